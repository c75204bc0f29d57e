#include "extract/actors/name_key.hpp"

#include "extract/actors/actor_index.hpp"
#include "tests/catch.hpp"

using namespace entente::actors;

TEST_CASE("a key has no case, accents or dots", "[actors]") {
  CHECK(name_key("Recep Tayyip Erdoğan") == "recep tayyip erdogan");
  CHECK(name_key("U.S.") == "us");
  CHECK(name_key("al-Sisi") == "al sisi");
  CHECK(name_key("People’s Party") == "peoples party");
  CHECK(name_key("Côte d'Ivoire") == "cote divoire");
  CHECK(name_key("İlham Əliyev") == "ilham aliyev");
  CHECK(name_key("Nguyễn Phú Trọng") == "nguyen phu trong");
  CHECK(name_key("Straße & Łódź") == "strase and lodz");
  CHECK(name_key(" . - ").empty());
}

TEST_CASE("spellings of one name sound alike", "[actors]") {
  CHECK(sound_key("volodymyr zelenskiy") == sound_key("volodymyr zelenskyy"));
  CHECK(sound_key("volodymyr zelensky") == sound_key("volodymyr zelenskyy"));
  CHECK(sound_key("bashar al assad") == sound_key("bashar assad"));
  CHECK(sound_key("kim jong un") != sound_key("kim jong il"));
}

TEST_CASE("capitals are known with accents too", "[actors]") {
  CHECK(capitalised("Élysée"));
  CHECK(capitalised("Şahin"));
  CHECK_FALSE(capitalised("élysée"));
  CHECK(all_capitals("U.S."));
  CHECK_FALSE(all_capitals("A"));
  CHECK_FALSE(all_capitals("Nato"));
}

TEST_CASE("titles have one form", "[actors]") {
  CHECK(canonical_title("Minister of Foreign Affairs") == "foreign minister");
  CHECK(canonical_title("Defense Minister") == "defence minister");
  CHECK(canonical_title("spokeswoman") == "spokesperson");
  CHECK(canonical_title("Secretary General") == "secretary-general");
  CHECK(canonical_title("deputy minister of foreign affairs") == "deputy foreign minister");
}

TEST_CASE("surnames carry their particles", "[actors]") {
  const auto keys = surname_keys("Abdel Fattah el-Sisi", "EGY");
  CHECK(keys == std::vector<std::string>{"sisi", "el sisi"});
  CHECK(surname_keys("Xi Jinping", "CHN").front() == "xi");
  CHECK(surname_keys("Ursula von der Leyen", "DEU").back() == "von der leyen");
}
