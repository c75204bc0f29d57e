#include "cli/document_record.hpp"

#include <array>
#include <unordered_set>
#include <utility>

namespace entente::cli {
namespace {

constexpr std::array<std::string_view, 6> mention_kinds{"name",  "adjective",   "role",
                                                        "group", "description", "pronoun"};
static_assert(static_cast<std::size_t>(text::MentionKind::pronoun) + 1 == mention_kinds.size());

std::vector<store::MentionRecord> mentions_of(const text::Document& document) {
  std::vector<store::MentionRecord> records;
  for (const auto& mention : document.mentions) {
    if (mention.span.empty()) continue;
    for (const auto actor : mention.actors) {
      records.push_back({document.actors[actor].id, mention.sentence,
                         mention_kinds[static_cast<std::size_t>(mention.kind)], mention.span,
                         mention.confidence});
    }
  }
  return records;
}

std::unordered_set<std::string_view> named_actors(const store::DocumentRecord& record) {
  std::unordered_set<std::string_view> ids;
  for (const auto& mention : record.mentions) ids.insert(mention.actor);
  for (const auto& relation : record.relations) {
    ids.insert(relation.subject);
    ids.insert(relation.object);
    if (relation.attribution) ids.insert(*relation.attribution);
  }
  return ids;
}

}  // namespace

store::SourceRecord source_record(const text::Document& document) {
  return {document.id,     document.path,  document.title, document.url,
          document.source, document.place, document.date,  document.text};
}

store::DocumentRecord document_record(text::Document&& document,
                                      std::vector<graph::Relation> relations) {
  store::DocumentRecord record;
  record.source = source_record(document);
  for (const auto& sentence : document.sentences) record.sentences.push_back(sentence.span);
  record.mentions = mentions_of(document);
  record.relations = std::move(relations);
  const auto named = named_actors(record);
  for (auto& actor : document.actors) {
    if (named.count(actor.id) != 0) record.actors.push_back(std::move(actor));
  }
  return record;
}

}  // namespace entente::cli
