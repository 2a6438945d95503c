# formats.sh MARSIFT: prints the names of the output formats that --help lists, one a line. Fails if there are none.
"$1" --lang en --help | sed -n 's/^ *-f, --format NAME *//p' | sed 's/ (default.*//' | tr -s ', ' '\n' | grep .
