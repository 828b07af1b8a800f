#!/usr/bin/env bash
# Plays turns in an interactive shell inside tmux, in a home of its own, and prints what the terminal showed.
#   scripts/transcript.sh [FILE]     FILE: where the transcript goes; default: standard output
set -euo pipefail
cd "$(dirname "$0")/.."
turns=(
  "set a pasta timer for ten minutes"
  "how long is left on the pasta"
  "give it five more minutes"
  "set a timer"
  "twenty minutes"
  "add milk to my shopping list and remind me to call the bank tomorrow at nine"
  "move report.pdf to documents"
  "undo"
  "power off the machine"
  "no"
  "rappelle-moi d'appeler maman demain à 9h"
  "明天早上七点叫我起床"
  "what's fifteen percent of eighty"
  "my sister turned off all the lights and left"
)
home=$(mktemp -d)
session="saysh-transcript-$$"
trap 'tmux kill-session -t "$session" 2>/dev/null || true; rm -rf "$home" 2>/dev/null || true' EXIT
mkdir -p "$home/Documents" "$home/Downloads" "$home/run"
echo "the report" >"$home/report.pdf"
chmod 700 "$home/run"
tmux new-session -d -s "$session" -x 110 -y 200 \
  "env HOME='$home' XDG_RUNTIME_DIR='$home/run' XDG_CONFIG_HOME='$home/.config' XDG_DATA_HOME='$home/.local/share' XDG_STATE_HOME='$home/.local/state' XDG_CACHE_HOME='$home/.cache' TZ=Europe/Paris LANG=C.UTF-8 NO_COLOR=1 SAYSH_NO_BACKGROUND=1 node bin/saysh.mjs; sleep 600"
pane() { tmux capture-pane -p -t "$session" | sed -e 's/[[:space:]]*$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
# A turn is over when one prompt more than before stands there, the last of them alone on its line.
ready() {
  for _ in $(seq 1 240); do
    if [ "$(pane | tail -n 1)" = "›" ] && [ "$(pane | grep -c '^›')" -ge "$1" ]; then return 0; fi
    sleep 0.25
  done
  echo "no prompt after a minute" >&2
  pane >&2
  return 1
}
prompts=1
ready "$prompts"
for turn in "${turns[@]}"; do
  tmux send-keys -t "$session" -l "$turn"
  tmux send-keys -t "$session" Enter
  prompts=$((prompts + 1))
  ready "$prompts"
done
ls_after=$(cd "$home" && find . -maxdepth 2 -name report.pdf)
tmux send-keys -t "$session" C-d
sleep 1
{
  pane
  echo "[after the undo, report.pdf lies at: $ls_after]"
} >"${1:-/dev/stdout}"
