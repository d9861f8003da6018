"""`python -m rectledger` is the console script."""

from rectledger.cli.app import main

if __name__ == "__main__":
    main()
