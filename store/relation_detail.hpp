// All that the database knows of one relation, for people who ask why it is there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"
#include "store/connection.hpp"

namespace entente::store {

struct EvidenceDetail {
  graph::Evidence evidence;                  ///< spans are of the document's text
  std::int64_t sentence_number = 0;          ///< 0-based
  std::int64_t subject_sentence_number = 0;  ///< that the subject's words stand in
  std::string sentence;                      ///< its text; empty if the text was not kept
};

struct RelationDetail {
  std::int64_t id = 0;
  graph::Actor subject;
  graph::Actor object;
  std::optional<graph::Actor> attribution;
  std::string read_subject;  ///< name of the actor that was read, if another by hand; else empty
  std::string read_object;
  graph::Relation relation;  ///< without its evidence
  std::string cameo;         ///< empty: CAMEO has no code for it
  std::string class_description;
  std::string document;
  std::string title;  ///< empty: none; likewise the next three
  std::string source;
  std::string url;
  std::string published;
  std::vector<EvidenceDetail> evidence;  ///< in the order of the text
};

/// None if there is no relation of that id.
std::optional<RelationDetail> relation_detail(const Connection& connection, std::int64_t id);

/// Ids of the relations between two actors (Actor::id), either way round, by date,
/// document and place in the text.
std::vector<std::int64_t> relations_between(const Connection& connection, std::string_view one,
                                            std::string_view other);

}  // namespace entente::store
