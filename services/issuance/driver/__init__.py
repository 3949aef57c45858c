"""A permit for the driver who has no account: by a link its holder hands on."""
