"""The rules as data and their pure evaluation: no network, no database, no settings.

`rule_sets/*.toml` hold every legal number with its clause and mark; `loading` turns them into `CompiledRules`;
`evaluate.assess` decides; `faster_lane` looks for the smallest helpful change; `explain` makes the wire form with texts.
"""
