"""The rules as data and their pure evaluation: no network, no database, no settings.

`rule_sets/*.toml` hold every legal number with its clause and mark; `authoring` and `loading` turn such a text into
`CompiledRules`; `evaluate.assess` decides; `faster_lane` looks for the smallest helpful change; `override` is an
officer's own class and lane; `explain` makes the wire form with texts, `answer` the same as JSON at once; `clock` counts
limits; `replay` assesses stored cases anew; `words`, `law` and `difference` tell a rule set in Chinese and English.
"""
