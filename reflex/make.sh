#!/usr/bin/env bash
# The reflex model from nothing: environment, public examples (where ../shared is at hand), training, GGUF, calibration.
#   reflex/make.sh [MINUTES]        one run from the start      RESUME=1 reflex/make.sh 120   goes on with the last checkpoint
# On a CPU core the shipped model took about 90 minutes; on a GPU the same script takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-90}
out=${OUT:-reflex/work/base}
python=${PYTHON:-reflex/.venv/bin/python}
if [ ! -x "$python" ]; then
  python3 -m venv reflex/.venv
  reflex/.venv/bin/pip install -q -r reflex/requirements.txt
fi
# page faults of freed and fetched-again buffers otherwise cost more than the arithmetic
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=1000000000
export OMP_WAIT_POLICY=passive PYTHONUNBUFFERED=1

node=node_modules/.bin/node
"$node" scripts/reflex-catalogue.ts
mkdir -p "$out"
public=()
if [ -d ../shared/nlu ]; then
  "$python" reflex/public.py --out reflex/work/public.jsonl --root ../shared/nlu
  public=(--public reflex/work/public.jsonl --public-share 0.16)
fi
"$python" reflex/train.py --out "$out" --minutes "$minutes" --workers "${WORKERS:-$(nproc)}" \
  --dim 192 --layers 5 --heads 3 --ffn 512 ${RESUME:+--resume} "${public[@]}"
"$python" reflex/gguf.py "$out/last.pt" reflex/reflex.gguf --type q8_0
"$node" evals/calibrate.ts --write
"$node" evals/run.ts
