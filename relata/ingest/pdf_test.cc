// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/pdf.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>

#include "relata/ingest/child_process.h"
#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

// A PDF of one page with a few lines of text.
std::string small_pdf(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 12 Tf 72 720 Td 14 TL ";
  for (const std::string& line : lines) content += "(" + line + ") Tj T* ";
  content += "ET";
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  };
  std::string pdf = "%PDF-1.4\n";
  int number = 0;
  for (const std::string& object : objects)
    pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  return pdf + "trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n";
}

bool installed() { return ::access("/usr/bin/pdftotext", X_OK) == 0; }

}  // namespace

TEST_CASE("lines become paragraphs, headers and page numbers go, parted words are joined") {
  const std::string pages =
      "Example Monitor weekly\n\nShells fell on\nthe old bak-\nery on Monday.\n\nPage 1\n\f"
      "Example Monitor weekly\n\nTwo people died in the\n\nPage 2\n\f"
      "Example Monitor weekly\n\nmarket near Al-\nHamra street.\n\nPage 3\n";
  CHECK(pdf_paragraphs(pages) ==
        "Shells fell on the old bakery on Monday.\n\nTwo people died in the market near Al- Hamra "
        "street.");
  CHECK(pdf_paragraphs("") == "");
  CHECK(pdf_paragraphs("\f\f\n\n") == "");
}

TEST_CASE("a PDF is read, and what is none is an error") {
  CHECK(pdf_text("hello", IngestOptions{}).error().message == "is no PDF");
  IngestOptions nowhere;
  nowhere.pdftotext = "/nowhere/pdftotext";
  CHECK(pdf_text("%PDF-1.4", nowhere).error().message == "/nowhere/pdftotext: cannot be started");
  if (!installed()) {
    MESSAGE("skipped: pdftotext is not installed");
    return;
  }
  const auto text =
      pdf_text(small_pdf({"Shells fell on the old", "bakery on Monday."}), IngestOptions{});
  REQUIRE(text);
  CHECK(text.value() == "Shells fell on the old bakery on Monday.");
  CHECK(pdf_text(small_pdf({}), IngestOptions{}).error().message.find("holds no text") == 0);
  CHECK_FALSE(pdf_text("%PDF-1.4\nnothing more", IngestOptions{}));
}

TEST_CASE("a child process is held to its limits") {
  ChildLimits limits;
  limits.seconds = 1;
  const auto echoed = run_child("/bin/cat", {}, std::string(3'000'000, 'x'), limits);
  REQUIRE(echoed);
  CHECK(echoed.value().bytes.size() == 3'000'000);
  const auto start = std::chrono::steady_clock::now();
  CHECK(run_child("/bin/sleep", {"30"}, "", limits).error().message ==
        "/bin/sleep: took longer than the limit of 1 seconds");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  limits.output_bytes = 1000;
  CHECK(run_child("/bin/cat", {}, std::string(5000, 'x'), limits).error().message ==
        "/bin/cat: gave more than the limit of 1000 bytes");
  CHECK(run_child("/bin/cat", {"/nowhere/file"}, "", limits).value().status == 1);
  // A child that does not read what it is given is no reason to stop.
  CHECK(run_child("/bin/true", {}, std::string(3'000'000, 'x'), limits).value().status == 0);
  // It sees nothing of our environment and cannot write a file.
  CHECK(run_child("/usr/bin/env", {}, "", limits).value().bytes == "LC_ALL=C\n");
  CHECK_FALSE(run_child("/bin/sh", {"-c", "echo x > /tmp/relata_child_test"}, "", limits));
  ::unlink("/tmp/relata_child_test");
}
