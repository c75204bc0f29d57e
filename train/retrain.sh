#!/usr/bin/env bash
# Trains models/english.model anew:   train/retrain.sh DATA WORK [BUILD]
# DATA holds treebank/, ner/, news/ and rawtext/ (models/MODEL.md lists them), WORK receives every
# intermediate file. Stopped, it goes on where it was: each step is skipped if its result is there,
# and training resumes after the last whole epoch. Progress is printed after each epoch.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
build=${3:-$source/build/train}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

if [ ! -x "$build/train/entente-train" ]; then
  cmake -S "$source" -B "$build" -DENTENTE_TRAINER=ON -DENTENTE_TESTS=OFF
  cmake --build "$build" --target entente-train entente-vector-text
fi

if [ ! -f "$work/words.vec" ]; then
  "$build/train/entente-vector-text" "$data/rawtext" "$data/news" > "$work/raw.tok"
  fasttext skipgram -input "$work/raw.tok" -output "$work/words.part" -dim 100 -minCount 5 \
    -epoch 4 -ws 3 -neg 5 -minn 0 -maxn 0 -thread 1
  mv "$work/words.part.vec" "$work/words.vec"
fi

train() {
  "$build/train/entente-train" \
    --treebank "$data/treebank/ewt-train.conllu" "$data/treebank/gum-train.conllu" \
    --lend "$data/ner/gum_free-train.iob2" \
    --entities "$data/ner/wikigold-all.iob2" "$data/ner/crossner_politics-train.iob2" \
      "$data/ner/re3d_free-all.iob2" \
    --big-entities "$data/ner/gmb-train.iob2" --big-share 200000 \
    --dev "$data/treebank/ewt-dev.conllu" "$data/treebank/gum-dev.conllu" \
    --entity-dev "$data/ner/gmb-dev.iob2" "$data/ner/crossner_politics-dev.iob2" \
    --favour GUM_news,GUM_interview,GUM_speech \
    --vectors "$work/words.vec" --hidden 256 --average 0.998 --epochs 19 \
    --out "$work/network" "$@"
}
train
train --pack "$work/english.model"
echo "trained: $work/english.model"
