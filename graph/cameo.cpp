#include "graph/cameo.hpp"

#include <array>

namespace entente::graph {
namespace {

struct Row {
  RelationClass type;
  std::string_view mode;     ///< empty: any
  std::string_view context;  ///< empty: any
  CameoCode cameo;
};

using enum RelationClass;

// Of two rows that hold, the one that asks for more counts; of equal ones the first.
constexpr std::array<Row, 89> table{{
    {agree, "", "", {"03", 4.0}},
    {consult, "", "", {"04", 1.0}},
    {consult, "phone", "", {"041", 1.0}},
    {consult, "visit", "", {"042", 1.9}},
    {consult, "third-party", "", {"044", 2.5}},
    {support, "", "", {"05", 3.5}},
    {cooperate, "", "", {"06", 6.0}},
    {cooperate, "", "military", {"062", 7.4}},
    {cooperate, "", "intelligence", {"064", 7.0}},
    {cooperate, "", "legal", {"063", 7.4}},
    {cooperate, "", "economic", {"061", 6.4}},
    {aid, "", "", {"07", 7.0}},
    {aid, "", "asylum", {"075", 7.0}},
    {aid, "", "peacekeeping", {"074", 8.5}},
    {aid, "", "military", {"072", 8.3}},
    {aid, "", "disasters", {"073", 7.4}},
    {aid, "", "health", {"073", 7.4}},
    {aid, "", "human_security", {"073", 7.4}},
    {aid, "", "migration", {"073", 7.4}},
    {aid, "", "economic", {"071", 7.4}},
    {concede, "", "", {"08", 5.0}},
    {retreat, "", "", {"08", 5.0}},
    {retreat, "return", "", {"084", 7.0}},
    {retreat, "release", "", {"0841", 7.0}},
    {retreat, "access", "", {"086", 9.0}},
    {retreat, "access", "human_security", {"0863", 9.0}},
    {retreat, "ceasefire", "", {"0871", 9.0}},
    {retreat, "disarm", "", {"087", 9.0}},
    {retreat, "withdraw", "military", {"0874", 10.0}},
    {request, "", "", {"10", -5.0}},
    {request, "assist", "economic", {"1031", -5.0}},
    {request, "meet", "", {"106", -5.0}},
    {accuse, "", "", {"11", -2.0}},
    {accuse, "investigate", "", {"09", -2.0}},
    {accuse, "investigate", "human_rights", {"092", -2.0}},
    {accuse, "investigate", "military", {"093", -2.0}},
    {accuse, "investigate", "corruption", {"091", -2.0}},
    {accuse, "investigate", "crime", {"091", -2.0}},
    {accuse, "disapprove", "", {"111", -2.0}},
    {accuse, "allege", "", {"112", -2.0}},
    {accuse, "allege", "human_rights", {"1122", -2.0}},
    {accuse, "allege", "military", {"1123", -2.0}},
    {accuse, "allege", "corruption", {"1121", -2.0}},
    {accuse, "allege", "crime", {"1121", -2.0}},
    {reject, "", "", {"12", -4.0}},
    {reject, "assist", "", {"121", -4.0}},
    {reject, "meet", "", {"125", -5.0}},
    {threaten, "", "", {"13", -6.0}},
    {threaten, "restrict", "", {"131", -5.8}},
    {threaten, "relations", "", {"131", -5.8}},
    {threaten, "violence", "", {"138", -7.0}},
    {threaten, "violence", "cbrn", {"1385", -7.0}},
    {protest, "", "", {"14", -6.5}},
    {protest, "demo", "", {"141", -6.5}},
    {protest, "hunger", "", {"142", -6.5}},
    {protest, "strike", "", {"143", -6.5}},
    {protest, "boycott", "", {"143", -6.5}},
    {protest, "obstruct", "", {"144", -7.5}},
    {protest, "riot", "", {"145", -7.5}},
    {mobilize, "", "", {"15", -7.2}},
    {mobilize, "troops", "", {"154", -7.2}},
    {mobilize, "police", "", {"153", -7.2}},
    {sanction, "", "", {"16", -4.0}},
    {sanction, "expel", "", {"166", -7.0}},
    {sanction, "discontinue", "diplomatic", {"161", -4.0}},
    {coerce, "", "", {"17", -7.0}},
    {coerce, "seize", "", {"171", -9.2}},
    {coerce, "restrict", "", {"172", -5.0}},
    {coerce, "ban", "", {"172", -5.0}},
    {coerce, "censor", "", {"1721", -5.0}},
    {coerce, "curfew", "", {"1723", -5.0}},
    {coerce, "martial-law", "", {"1724", -5.0}},
    {coerce, "arrest", "", {"173", -5.0}},
    {coerce, "deport", "", {"174", -5.0}},
    {coerce, "cyber", "", {"176", -7.0}},
    {assault, "", "", {"19", -10.0}},
    {assault, "abduct", "", {"181", -9.0}},
    {assault, "beat", "", {"182", -9.5}},
    {assault, "primitive", "", {"182", -9.5}},
    {assault, "sexual", "", {"1821", -9.0}},
    {assault, "torture", "", {"1822", -9.0}},
    {assault, "suicide-attack", "", {"1831", -10.0}},
    {assault, "explosives", "", {"183", -10.0}},
    {assault, "firearms", "", {"193", -10.0}},
    {assault, "heavy-weapons", "", {"194", -10.0}},
    {assault, "aerial", "", {"195", -10.0}},
    {assault, "drone", "", {"195", -10.0}},
    {assault, "crowd-control", "", {"175", -9.0}},
    {assault, "unconventional", "", {"204", -10.0}},
}};

bool names(std::string_view contexts, std::string_view context) {
  for (;;) {
    const std::size_t comma = contexts.find(',');
    if (contexts.substr(0, comma) == context) return true;
    if (comma == contexts.npos) return false;
    contexts.remove_prefix(comma + 1);
  }
}

}  // namespace

CameoCode cameo_of(RelationClass type, std::string_view mode, std::string_view contexts) {
  CameoCode best{};
  int best_asked = -1;
  for (const Row& row : table) {
    if (row.type != type || (!row.mode.empty() && row.mode != mode)) continue;
    if (!row.context.empty() && !names(contexts, row.context)) continue;
    const int asked = 2 * !row.mode.empty() + !row.context.empty();
    if (asked <= best_asked) continue;
    best = row.cameo;
    best_asked = asked;
  }
  return best;
}

}  // namespace entente::graph
