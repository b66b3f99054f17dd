#!/bin/bash
# daemon.sh PIDFILE LOG COMMAND... : becomes COMMAND, in the background of everything, with a pid file that cannot lie.
#
# The pid file is written by the process it names, before that process becomes the daemon: whoever is killed in
# between, no daemon runs that no pid file knows. Its start time and boot id tell it from a later holder of the pid.
set -euo pipefail
umask 077
pid_file=$1 log=$2
shift 2

stat=$(<"/proc/$$/stat")
fields=(${stat##*) }) # What follows the command's name; field 22 of proc(5) is the start time.
printf '%s %s %s\n' "$$" "${fields[19]}" "$(</proc/sys/kernel/random/boot_id)" >"$pid_file.new"
mv -f "$pid_file.new" "$pid_file"

# From here on nothing of the caller is held open: its end of our standard error tells it that the pid file is written.
exec </dev/null
if [[ -f $log && $(stat -c %s "$log") -gt $((10 << 20)) ]]; then mv -f "$log" "$log.1"; fi
cd /
exec >>"$log" 2>&1 "$@"
