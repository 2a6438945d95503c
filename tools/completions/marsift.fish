# Completion of marsift in fish.

# Prints the command of the line: report if the first argument is not a command, nothing if there is no
# argument.
function __marsift_command
    set -l with_value \
@options-with-value
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        set -l word $words[1]
        set -e words[1]
        switch $word
            case --
                echo report
                return
            case '-?*'
                if contains -- $word $with_value; and set -q words[1]
                    set -e words[1]
                end
@fish-find-command
            case '*'
                echo report
                return
        end
    end
end

function __marsift_needs_command
    test -z (__marsift_command)
end

# True if the command, report if none is given, is one of the arguments.
function __marsift_command_is
    set -l command (__marsift_command)
    test -n "$command"; or set command report
    contains -- $command $argv
end

@fish-commands
@fish-options
