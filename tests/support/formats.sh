# formats.sh MARSIFT: prints the names of the output formats that --help lists, one a line. Fails if there are none.
"$1" --help | sed -n 's/^ *-f, --format NAME *//p' | sed 's/ (default)//; s/ or /, /' | tr -s ', ' '\n' | grep .
