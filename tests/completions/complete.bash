# complete.bash FOLDER LINE: prints the words that bash offers at the end of LINE, with FOLDER/marsift, then
# "(files)" where it is left to bash to complete the name of a file.
# shellcheck disable=SC1091
. "$1/marsift"
files='(files)'
compopt() { [[ $* != *'+o default'* ]] || files=; }
# As readline breaks words: at blanks, and around "=".
read -r -a COMP_WORDS <<<"${2//=/ = }"
[[ $2 != *[\ =] ]] || COMP_WORDS+=('')
[[ $2 != *= ]] || unset "COMP_WORDS[-1]"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_marsift
((${#COMPREPLY[@]} == 0)) || files=
printf '%s\n' "${COMPREPLY[@]}" $files | sed '/^$/d'
