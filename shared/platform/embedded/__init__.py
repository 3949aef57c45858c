"""An own Postgres server from binaries that came with the installation, its backups, and what is wrong with it.

`server` starts, attaches to and stops it; `backup` and `restore` work against any Postgres 15 to 18 by its address;
`doctor` says in plain words what is wrong; `errors` draws the tree of what may be raised.

One launcher at a time holds the lock of a data folder and the server lives as long as that launcher, kill -9 included;
commands such as doctor and backup attach to it. A data folder holds: `cluster/` (the server's own files), `password`,
`server.json` (where the running server is), `launcher.lock`, `postgres.log`; all closed to other accounts.
"""
