# complete.fish FOLDER LINE: prints the words that fish offers at the end of LINE, with FOLDER/marsift.fish.
source $argv[1]/marsift.fish
complete -C$argv[2] | string replace -r '\t.*' ''
