"""Wire models between services and to callers, one file a service."""
