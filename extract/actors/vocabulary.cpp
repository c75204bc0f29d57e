#include "extract/actors/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "extract/actors/name_key.hpp"
#include "util/tsv.hpp"

namespace entente::actors {
namespace {

using Words = std::unordered_set<std::string_view>;

Words words(std::string_view list) {
  Words set;
  for (const std::string_view word : util::split(list, '|')) set.insert(word);
  return set;
}

}  // namespace

std::string_view last_word(std::string_view key) {
  const std::size_t at = key.rfind(' ');
  return at == std::string_view::npos ? key : key.substr(at + 1);
}

std::string_view head_word(std::string_view key) {
  return last_word(key.substr(0, key.find(" of ")));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool common_word(std::string_view key) {
  static const Words set = words(
      "us|who|it|is|am|car|aid|ice|so|can|may|pm|pa|no|fed|sea|eta|far|let|ran|its|un|cop|cia");
  return set.contains(key) && key != "un" && key != "cia";
}

bool direction_word(std::string_view key) {
  static const Words set = words(
      "north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|"
      "southeast|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower");
  return set.contains(key);
}

bool is_article(std::string_view key) { return key == "the" || key == "a" || key == "an"; }

bool honorific(std::string_view key) {
  static const Words set = words(
      "mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|baroness|baron|sheikh|sheik|shaikh|imam|"
      "mullah|ayatollah|grand "
      "ayatollah|hojatoleslam|gen|general|lt|lieutenant|col|colonel|maj|major|"
      "capt|captain|sgt|cmdr|commander|adm|admiral|brig|brigadier|rear|vice admiral|marshal|field "
      "marshal|"
      "rev|reverend|cardinal|archbishop|bishop|pope|saint|st|prince|princess|king|queen|emir|"
      "sultan|"
      "hon|honourable|honorable|senator|sen|rep|representative|congressman|congresswoman|gov|"
      "governor|"
      "judge|justice|comrade|alhaji|haji|hajj|justice|ambassador|secretary|minister|chairman|"
      "president|"
      "chancellor|premier|mp|spc|specialist|pfc|pvt|cpl|corporal|cpt|ssgt|sergeant|staff "
      "sergeant|sfc|"
      "msgt|cdr|capt|ens|ensign");
  return set.contains(key);
}

char honorific_gender(std::string_view key) {
  static const Words men = words(
      "mr|sir|lord|baron|sheikh|sheik|shaikh|imam|mullah|ayatollah|prince|king|emir|sultan|"
      "congressman|chairman|spokesman|pope|cardinal|archbishop|bishop|businessman");
  static const Words women = words(
      "mrs|ms|miss|dame|lady|baroness|princess|queen|congresswoman|chairwoman|spokeswoman|"
      "businesswoman");
  if (men.contains(key)) return 'm';
  return women.contains(key) ? 'f' : '\0';
}

bool organ_word(std::string_view key) {
  static const Words set = words(
      "ministry|department|parliament|senate|congress|assembly|court|embassy|consulate|police|army|"
      "navy|"
      "government|administration|cabinet|agency|bank|council|commission|committee|office|military|"
      "troops|forces|force|guard|guards|coast "
      "guard|bureau|delegation|intelligence|directorate|treasury|"
      "constitution|officials|officers|soldiers|president|minister|presidency|team|mission|"
      "ambassador|air|"
      "people|embassies|authorities|supreme|foreign|defence|defense|national|state|central|armed");
  return set.contains(key);
}

bool treaty_word(std::string_view key) {
  static const Words set = words(
      "agreement|agreements|treaty|treaties|accord|accords|pact|convention|protocol|protocols|"
      "resolution|"
      "resolutions|summit|conference|charter|memorandum|declaration|initiative|plan|deal|act|law|"
      "process|"
      "dialogue|forum|roadmap|partnership|statute|covenant|dam|base|pipeline|project|corridor|"
      "strait|"
      "straits|canal|program|programme|mission|talks");
  return set.contains(key);
}

bool title_word(std::string_view key) {
  static const Words set = words(
      "minister|president|secretary|envoy|ambassador|commissioner|spokesman|spokeswoman|"
      "spokesperson|"
      "chancellor|premier|governor|mayor|senator|congressman|congresswoman|mp|mep|king|queen|emir|"
      "sultan|prince|leader|chief|"
      "director|"
      "chairman|chairwoman|chairperson|chair|general|representative|undersecretary|commander|judge|"
      "prosecutor|adviser|advisor|coordinator|negotiator|lawmaker|speaker|attorney|administrator|"
      "daffaires|head|deputy|diplomat|official|analyst|economist|professor|founder|editor|ceo|"
      "inspector|"
      "rapporteur|mediator|pope|patriarch|cleric|warlord|rebel|dictator|strongman");
  return set.contains(key);
}

bool legislator(std::string_view title) {
  return title.ends_with("member of parliament") || title.ends_with("member of Congress") ||
         title.ends_with("senator");
}

bool office_of_state(std::string_view title) {
  static constexpr std::array<std::string_view, 9> offices{
      "governor", "mayor",   "minister", "speaker",         "ambassador",
      "judge",    "justice", "sheriff",  "attorney general"};
  return title.find("majority ") != std::string_view::npos ||
         title.find("minority ") != std::string_view::npos || title.starts_with("speaker of ") ||
         std::any_of(offices.begin(), offices.end(),
                     [&](std::string_view one) { return title.ends_with(one); });
}

bool home_office(std::string_view title) {
  static constexpr std::array<std::string_view, 8> offices{"associate justice",
                                                           "chief justice",
                                                           "chief prosecutor",
                                                           "independent counsel",
                                                           "special counsel",
                                                           "special prosecutor",
                                                           "whip",
                                                           "national security advisor"};
  return std::any_of(offices.begin(), offices.end(),
                     [&](std::string_view one) { return title.ends_with(one); });
}

bool named_as_body(std::string_view name, std::string_view word) {
  static const Words nouns = words("caucus|commission|committee|council|federation|panel|union");
  const std::string key = " " + name_key(name) + " ";
  return nouns.contains(word) && key.find(" " + std::string(word) + " ") != std::string::npos;
}

std::string_view local_office(std::string_view title) {
  if (title == "mayor" || title == "deputy mayor") return "city";
  const bool state = title.starts_with("state ") && title.find(' ', 6) == std::string_view::npos;
  const bool region = title == "governor" || title == "lieutenant governor" ||
                      title == "deputy governor" || title == "chief minister" || state ||
                      title == "state attorney general";
  return region ? "region" : std::string_view();
}

bool rank_of_state(std::string_view title) {
  static const Words set = words("general|admiral|judge|justice|prince|princess|archbishop");
  return set.contains(title);
}

bool authority_office(std::string_view title) {
  return title == "president" || title == "leader" || title.ends_with("minister") ||
         title.ends_with("negotiator") || title.ends_with("spokesperson");
}

bool title_modifier(std::string_view key) {
  static const Words set = words(
      "deputy|vice|acting|interim|assistant|associate|under|first|second|chief|special|permanent|"
      "principal|"
      "presidential|transitional|caretaker|executive|honorary|crown|supreme|grand|attorney|joint|"
      "lead|"
      "top|senior|personal|general|lieutenant|major|opposition");
  return set.contains(key);
}

bool former_word(std::string_view key) {
  static const Words set = words(
      "former|ex|late|ousted|deposed|overthrown|toppled|onetime|one "
      "time|erstwhile|outgoing|retired|"
      "then|exiled");
  return set.contains(key) && key != "outgoing";
}

bool food_word(std::string_view key) {
  static const Words set = words(
      "sandwich|sandwiches|breast|dinner|roast|roasted|meat|burger|soup|stuffed|stuffing|leg|wild|"
      "baked|gravy");
  return set.contains(key);
}

bool place_preposition(std::string_view key) {
  static const Words set = words(
      "in|at|near|around|outside|inside|across|through|throughout|within|via|over|above|off|into|"
      "onto|beyond|along|on");
  return set.contains(key);
}

bool government_preposition(std::string_view key) {
  static const Words set = words(
      "to|with|from|between|against|by|for|on|of|toward|towards|among|upon|despite|without|about");
  return set.contains(key) && key != "of";
}

bool town_noun(std::string_view key) {
  static const Words set = words(
      "airport|suburb|suburbs|streets|street|region|outskirts|district|mayor|residents|time|centre|"
      "center|"
      "university|hotel|university|metro|subway|hospital|square|neighborhood|neighbourhood|old|"
      "city|police|court|courts|prosecutor|prosecutors");
  return set.contains(key);
}

bool region_adjective(std::string_view key) {
  static const Words set = words(
      "european|western|arab|african|asian|gulf|nordic|baltic|muslim|kurdish|jewish|latin american|"
      "balkan|scandinavian|caribbean|islamic|southeast asian|central asian|west african|east "
      "african|"
      "north african|middle eastern|eastern european|central european|latin|central american|"
      "south american|north "
      "american|sunni|shiite|shia|christian|allied|foreign|regional|international|american "
      "states|"
      "persian "
      "gulf|transatlantic|pacific|sahel|soviet|tamil|pashtun|tuareg|hutu|tutsi|rohingya|uighur|"
      "uyghur|chechen|catalan|basque|tibetan|darfuri|houthi");
  return set.contains(key);
}

bool government_noun(std::string_view key) {
  static const Words set = words(
      "government|governments|administration|administrations|regime|regimes|authorities|junta|"
      "leadership|state|cabinet|republic|rulers|central government|federal government|military "
      "junta|"
      "ruling junta|military government|communist government|dictatorship|national government|"
      "military regime|officialdom|monarchy");
  return set.contains(key);
}

bool acts_for_state(std::string_view sector) {
  static const Words set = words("GOV|MIL|LEG|JUD|COP");
  return set.contains(sector);
}

bool armed_forces_noun(std::string_view key) {
  static const Words set = words(
      "troops|forces|army|military|armed forces|soldiers|armies|militaries|army troops|ground "
      "troops|"
      "ground forces|government forces|government troops|troop|military forces|army soldiers|"
      "combat troops|occupation forces|land forces|army forces|armed force|soldier|army units|"
      "regime forces|occupying forces|federal troops|regular forces|troop presence|"
      "military presence|troop buildup|military buildup|military personnel|servicemen|serviceman|"
      "service members|service member");
  return set.contains(key);
}

bool country_noun(std::string_view key) {
  static const Words set = words(
      "country|nation|state|republic|kingdom|emirate|sultanate|countries|nations|states|"
      "federation|superpower|monarchy|island nation|island|islands");
  return set.contains(key) && key != "island" && key != "islands";
}

bool alliance_noun(std::string_view key) {
  static const Words set = words(
      "alliance|bloc|group|organisation|organization|union|movement|militia|party|agency|body|"
      "company|"
      "council|commission|court|bank|firm|watchdog|faction|coalition|military alliance|terrorist "
      "group|"
      "militant group|rebel group|armed group|regional "
      "bloc|airline|newspaper|committee|institution|"
      "world body|network|charity|giant|fund|tribunal|insurgents|militants|rebels|extremist group|"
      "terror group|jihadist group|islamist group|islamist movement|guerrilla "
      "group|guerrillas|association|foundation|rights group|human rights group|rights organisation|"
      "rights organization|human rights organisation|human rights organization|advocacy group|"
      "aid group|aid agency|aid organisation|aid organization|relief agency|relief organisation|"
      "relief organization|environmental group|press freedom group");
  return set.contains(key);
}

bool vague_noun(std::string_view key) {
  static const Words set = words(
      "people|men|women|person|man|woman|children|families|victims|others|side|sides|team|group|"
      "member|"
      "members|parties|party|actor|actors|participant|participants|guest|visitors|player|fans|"
      "school|staff|"
      "analyst|analysts|expert|experts|source|sources|reporters|reporter|journalists|witnesses|"
      "witness|"
      "student|users|consumers|customers|author|writer|artist|singer|actress|coach|tourist");
  return set.contains(key);
}

bool unnamed_agent(std::string_view key) {
  static const Words set = words(
      "police|protesters|demonstrators|rebels|militants|insurgents|gunmen|troops|soldiers|security "
      "forces|"
      "riot "
      "police|separatists|fighters|guerrillas|army|military|opposition|parliament|strikers|rioters|"
      "peacekeepers|pirates|hijackers|kidnappers|government forces|government troops|authorities|"
      "lawmakers|prosecutors|activists|armed men|attackers|assailants|suicide "
      "bomber|militia|militias|"
      "anti government protesters|mercenaries|jihadists|islamists|dissidents|refugees|migrants|"
      "international community|foreign powers|world powers|major powers|foreign troops|foreign "
      "forces|"
      "coalition forces|allied forces|peacekeeping forces|security services|rebel forces|gunman");
  return set.contains(key);
}

bool evaluative(std::string_view key) {
  static const Words set = words(
      "controversial|embattled|powerful|popular|unpopular|beleaguered|hardline|moderate|reformist|"
      "conservative|liberal|charismatic|longtime|veteran|influential|outspoken|new|newly|current|"
      "respected|prominent|leading|ailing|aging|disgraced|incumbent|jailed|populist|leftist|"
      "centrist|radical|fiery|famous|young|old|elected|reelected|appointed|conciliatory|"
      "flamboyant|staunch|notorious|caretaking|longserving|pro-western|firebrand|bombastic|slain|"
      "assassinated|murdered|exiled|deposed|ousted|detained|imprisoned|captured|convicted|indicted|"
      "retiring|outgoing|incoming|revered|legendary|renegade|fugitive|wanted|suspected|alleged|"
      "accused|extremist|democratically");
  return set.contains(key);
}

bool weekday_or_month(std::string_view key) {
  static const Words set = words(
      "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|"
      "june|july|"
      "august|september|october|november|december|today|yesterday|tomorrow");
  return set.contains(key);
}

}  // namespace entente::actors
