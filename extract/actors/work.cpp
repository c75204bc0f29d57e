#include "extract/actors/work.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"
#include "util/tsv.hpp"

namespace entente::actors {

Work::Work(const ActorIndex& tables, text::Document& text_document)
    : index(tables), document(text_document), view(text_document) {
  at_head.assign(view.size(), -1);
  hit_at.assign(view.size(), -1);
  visited.assign(view.size(), false);
}

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  for (const std::string_view word : util::split(key, ' ')) words.emplace_back(word);
  return words;
}

std::uint32_t Work::add_actor(graph::Actor actor) {
  const auto next = static_cast<std::uint32_t>(document.actors.size());
  const auto [at, is_new] = ids_.try_emplace(actor.id, next);
  if (is_new) {
    ActorFacts fact;
    fact.words = words_of(name_key(actor.name));
    facts.push_back(std::move(fact));
    document.actors.push_back(std::move(actor));
  }
  return at->second;
}

std::uint32_t Work::add_entry(std::uint32_t entry) {
  const Entry& row = index.entry(entry);
  graph::Actor actor;
  actor.id = row.id;
  actor.name = row.name;
  actor.kind = row.kind;
  actor.country = row.country;
  actor.sector = row.sector;
  actor.sector2 = row.sector2;
  const std::uint32_t at = add_actor(std::move(actor));
  facts[at].entry = entry;
  facts[at].gender = row.gender;
  return at;
}

std::optional<std::uint32_t> Work::find_actor(std::string_view id) const {
  const auto at = ids_.find(std::string(id));
  if (at == ids_.end()) return std::nullopt;
  return at->second;
}

std::uint32_t Work::add_mention(Range range, text::MentionKind kind,
                                std::vector<std::uint32_t> actors, double confidence,
                                text::Reason reason, std::optional<std::uint32_t> head) {
  const std::uint32_t top = head ? *head : view.head_of(range);
  const auto next = static_cast<std::uint32_t>(document.mentions.size());
  const bool taken = at_head[top] >= 0;
  const std::uint32_t at = taken ? static_cast<std::uint32_t>(at_head[top]) : next;
  if (!taken) {
    document.mentions.emplace_back();
    at_head[top] = static_cast<std::int32_t>(next);
  }
  text::Mention& mention = document.mentions[at];
  mention.first = range.first;
  mention.last = range.last;
  mention.head = top;
  mention.sentence = view.sentence_of(top);
  mention.span = {view.token(range.first).span.begin, view.token(range.last - 1).span.end};
  mention.kind = kind;
  bind(at, std::move(actors), confidence, std::move(reason));
  return at;
}

void Work::bind(std::uint32_t mention, std::vector<std::uint32_t> actors, double confidence,
                text::Reason reason) {
  text::Mention& bound = document.mentions[mention];
  bound.actors = std::move(actors);
  bound.confidence = confidence;
  bound.reason = std::move(reason.words);
  bound.footing = reason.footing;
  for (const std::uint32_t each : bound.actors) {
    if (facts[each].mentions++ == 0) facts[each].first_sentence = bound.sentence;
  }
}

text::Mention* Work::mention_at(std::uint32_t token) {
  return at_head[token] < 0 ? nullptr
                            : &document.mentions[static_cast<std::uint32_t>(at_head[token])];
}

const text::Mention* Work::mention_at(std::uint32_t token) const {
  return at_head[token] < 0 ? nullptr
                            : &document.mentions[static_cast<std::uint32_t>(at_head[token])];
}

std::optional<std::uint32_t> Work::actor_at(std::uint32_t token) const {
  const text::Mention* mention = mention_at(token);
  if (mention == nullptr || mention->actors.size() != 1) return std::nullopt;
  return mention->actors.front();
}

const text::Mention* Work::covering(std::uint32_t token) const {
  if (hit_at[token] >= 0) {
    const NameHit& hit = hits[static_cast<std::uint32_t>(hit_at[token])];
    return mention_at(view.head_of(hit.range));
  }
  return mention_at(token);
}

std::optional<std::uint32_t> Work::state_of(std::uint32_t actor_index) {
  if (actor(actor_index).kind == graph::ActorKind::country) return actor_index;
  if (const auto state = index.state(actor(actor_index).country)) return add_entry(*state);
  return std::nullopt;
}

std::string Work::adjective_of(std::uint32_t actor_index) const {
  const graph::Actor& who = actor(actor_index);
  if (who.kind != graph::ActorKind::country || !facts[actor_index].entry) return who.name;
  const std::string_view adjective = index.entry(*facts[actor_index].entry).adjective;
  if (who.country == "USA" || who.country == "ARE" || adjective.empty()) return who.name;
  return std::string(adjective);
}

char Work::gender_of_given_name(std::string_view key) const { return index.gender_of(key); }

std::string Work::sentence_name(std::uint32_t token) const {
  return "sentence " + std::to_string(view.sentence_of(token) + 1);
}

}  // namespace entente::actors
