#!/bin/sh
# Plays a conversation in the interactive shell, in a pseudo-terminal and a home of its own, and writes down the screen.
#
#   scripts/transcript.sh [FILE]     default: standard output
#
# What is typed stands in `typed` below, one turn per line; other lines are played with
#   TYPED="$(cat my-lines.txt)" scripts/transcript.sh /tmp/my.txt
# Environment: NODE (which Node), NOW (fixes the clock of every turn, ISO 8601), PATIENCE_S (per turn, default 60), KEEP=1 (keeps the home).
# Needs tmux. Exit status: 0 when every line was answered, 1 when one was not within PATIENCE_S, 2 when tmux or the model is missing.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
file=${1:-/dev/stdout}
node=${NODE:-$root/node_modules/.bin/node}
[ -x "$node" ] || node=$(command -v node)
patience=${PATIENCE_S:-60}
typed=${TYPED:-}

# follow-ups · clarification · two calls in one utterance · undo of a file move · a confirmation refused · French · Chinese · no command
[ -n "$typed" ] || typed="set a pasta timer for ten minutes
how long is left on the pasta
give it five more minutes
set a timer
twenty minutes
add eggs and milk to the shopping list
move report.pdf to documents
undo
power off the machine
no
rappelle-moi d'appeler maman demain à 9h
明天早上七点叫我起床
what's fifteen percent of eighty
my sister turned off all the lights and left"

command -v tmux >/dev/null || { echo "transcript: tmux is not here (sudo apt install tmux)" >&2; exit 2; }
[ -f "$root/reflex/reflex.gguf" ] || { echo "transcript: reflex/reflex.gguf is not here" >&2; exit 2; }

home=$(mktemp -d)
screen() { tmux -S "$home/tmux.sock" -u -f /dev/null "$@"; }
cleanup() {
  screen kill-server 2>/dev/null || true
  if [ -n "${KEEP:-}" ]; then echo "home kept: $home" >&2; else rm -rf "$home" 2>/dev/null || { sleep 1; rm -rf "$home"; }; fi
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

# a home with something in it to move
mkdir -p "$home/Documents" "$home/Downloads" "$home/run" "$home/config/saysh"
chmod 700 "$home/run"
echo "the report" >"$home/report.pdf"
printf '[voice]\nmute_alerts = true\n' >"$home/config/saysh/config.toml"
# a door that asks for yes must never find a machine to shut down: no bus is in reach
cat >"$home/shell.sh" <<SHELL
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$home/no-bus
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state"
export XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" SAYSH_NO_BACKGROUND=1 NO_COLOR=1
cd "$home"
exec "$node" "$root/src/cli.ts" ${NOW:+--now "$NOW"}
SHELL

screen new-session -d -x 120 -y 200 "sh '$home/shell.sh' 2>'$home/errors'"
screen set-option -g remain-on-exit on
look() { screen capture-pane -p -J -S - | sed 's/[[:space:]]*$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
# ready: the last line is an empty prompt, and there are as many prompts as lines were typed and one
ready() { look | awk -v want="$1" '/^›/ { n++ } { last = $0 } END { exit !(n >= want && last == "›") }'; }
wait_ready() {
  left=$((patience * 5))
  until ready "$1"; do
    left=$((left - 1))
    if [ "$left" -le 0 ] || [ "$(screen display-message -p '#{pane_dead}')" = 1 ]; then
      echo "transcript: no answer to: $2" >&2
      look >&2
      cat "$home/errors" >&2
      exit 1
    fi
    sleep 0.2
  done
}

wait_ready 1 "(the start)"
turns=1
# a here-document, not a pipe: the loop must be able to end the script
while IFS= read -r line; do
  [ -n "$line" ] || continue
  screen send-keys -l -- "$line"
  screen send-keys Enter
  turns=$((turns + 1))
  wait_ready "$turns" "$line"
done <<TYPED
$typed
TYPED

{
  look | sed "s#$home#~#g"
  echo "[report.pdf lies at: $(cd "$home" && find . -maxdepth 2 -name report.pdf)]"
} >"$file"
screen send-keys C-d
[ ! -s "$home/errors" ] || { echo "transcript: on standard error:" >&2; cat "$home/errors" >&2; exit 1; }
echo "$((turns - 1)) turns played" >&2
