"""`python -m ruspolnews`: the command line."""

from ruspolnews.cli import main

if __name__ == "__main__":
    main()
