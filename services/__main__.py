"""The one entry point: `python -m services`, see `--help`. Older Pythons get a plain line, not a syntax error."""

import sys

if sys.version_info < (3, 11):
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        "Dajian needs Python 3.11 or newer; this is Python " + found + ". Install it, then run this again with it."
    )

if __name__ == "__main__":
    # Imported here, not above: a spawned CPU worker loads this module too and must stay small.
    from services.command import main

    main()
