"""``python -m kg``: the command line, where the script ``kg`` is not on the path."""

import sys

from kg.cli import main

if __name__ == "__main__":
    sys.exit(main())
