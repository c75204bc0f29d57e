// Runs the whole way from text to relations on every case of tests/cases/relations.
#include <iostream>
#include <map>

#include "extract/pipeline/pipeline.hpp"
#include "tests/catch.hpp"
#include "tests/relations/case_file.hpp"

namespace {

using entente::test::Case;

struct Result {
  const Case* test = nullptr;
  std::vector<std::string> differences;
};

const std::vector<Case>& cases() {
  static const auto all = entente::test::read_cases(ENTENTE_SOURCE_DIR "/tests/cases/relations");
  return all;
}

std::vector<Result> run_all() {
  const entente::pipeline::Pipeline pipeline({entente::pipeline::find_model({}), {}, {}});
  std::vector<Result> results;
  for (const Case& test : cases()) {
    entente::text::Document document;
    document.id = "case";
    document.text = test.sentence;
    document.date = test.date;
    const auto relations = pipeline.run(document);
    results.push_back({&test, entente::test::differences(test, document, relations)});
  }
  return results;
}

const std::vector<Result>& results() {
  static const auto all = run_all();
  return all;
}

std::string report(const Result& result) {
  const Case& test = *result.test;
  std::string text =
      test.group + ".case:" + std::to_string(test.line) + ": " + test.sentence + "\n";
  for (const std::string& line : result.differences) text += "    " + line + "\n";
  return text;
}

}  // namespace

TEST_CASE("there are cases of every construction", "[relations]") { CHECK(cases().size() > 300); }

// A new parser model may turn a case or two; more than one in eighty is a step back.
TEST_CASE("what the cases say comes out and nothing else", "[relations]") {
  std::string failures;
  std::size_t failed = 0;
  for (const Result& result : results()) {
    if (!result.test->gap.empty() || result.differences.empty()) continue;
    ++failed;
    failures += report(result);
  }
  INFO(failures);
  CHECK(failed * 80 <= cases().size());
}

// Run by hand: test_relation_cases "[report]"
TEST_CASE("report of the relation cases", "[.report]") {
  struct Count {
    int passed = 0;
    int all = 0;
  };
  std::map<std::string, Count> groups;
  for (const Result& result : results()) {
    Count& count = groups[result.test->group];
    ++count.all;
    if (result.differences.empty()) ++count.passed;
    if (!result.differences.empty()) {
      std::cout << (result.test->gap.empty() ? "FAILS " : "known gap (" + result.test->gap + ") ")
                << report(result);
    } else if (!result.test->gap.empty()) {
      std::cout << "gap now passes: " << report(result);
    }
  }
  Count total;
  for (const auto& [group, count] : groups) {
    std::cout << group << '\t' << count.passed << '/' << count.all << '\n';
    total.passed += count.passed;
    total.all += count.all;
  }
  std::cout << "total\t" << total.passed << '/' << total.all << '\n';
}
