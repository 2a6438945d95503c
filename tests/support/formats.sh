# formats.sh MARSIFT: the names of the output formats, one a line, as --help lists them. Fails if it lists none.
"$1" --help | sed -n 's/^ *-f, --format NAME *//p' | sed 's/ (default)//; s/ or /, /' | tr -s ', ' '\n' | grep .
