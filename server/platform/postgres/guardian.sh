# Runs the server given as arguments and ends it when file descriptor 3 closes, which it does when Linli ends in whatever
# way, kill -9 included. First a fast shutdown; after 30 seconds an immediate one, which loses nothing that was committed.
trap '' HUP INT TERM
"$@" 3<&- &
server=$!
(
  read -r _ <&3
  kill -INT "$server"
  n=0
  while kill -0 "$server" && [ "$n" -lt 30 ]; do sleep 1; n=$((n + 1)); done
  kill -QUIT "$server"
) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait "$server"
code=$?
kill -KILL "$watch"
exit "$code"
