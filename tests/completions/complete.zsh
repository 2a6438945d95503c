# complete.zsh FOLDER LINE: prints the words that zsh offers at the end of LINE, with FOLDER/_marsift.
# Completion runs only in an interactive shell, so one is started on a pseudo terminal of zsh's own.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "source ${(q)0:a:h}/zshrc ${(q)1:a}"
zpty -r -m shell reply '*<ready>*' || exit 1
zpty -w -n shell "$2"$'\t'
zpty -r -m shell reply '*<end>*' || exit 1
print -r -- ${${reply##*<begin>}%%<end>*} | tr -d '\r' | sed '/^$/d; s/\\//g'
