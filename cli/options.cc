// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace relata::cli {
namespace {

template <typename T>
CLI::Option* added(CLI::App& app, const std::string& names, T& into, const std::string& description,
                   const std::string& what) {
  return app.add_option(names, into, description)->type_name(what);
}

}  // namespace

Options& Options::value(const std::string& names, std::string& into, const std::string& description,
                        const std::string& what) {
  last_ = added(app_, names, into, description, what);
  return *this;
}

Options& Options::value(const std::string& names, std::vector<std::string>& into,
                        const std::string& description, const std::string& what) {
  last_ = added(app_, names, into, description, what);
  return *this;
}

Options& Options::value(const std::string& names, unsigned& into, const std::string& description,
                        const std::string& what) {
  last_ = added(app_, names, into, description, what);
  return *this;
}

Options& Options::value(const std::string& names, int& into, const std::string& description,
                        const std::string& what) {
  last_ = added(app_, names, into, description, what);
  return *this;
}

Options& Options::value(const std::string& names, std::optional<double>& into,
                        const std::string& description, const std::string& what) {
  last_ = added(app_, names, into, description, what);
  return *this;
}

Options& Options::flag(const std::string& names, bool& into, const std::string& description) {
  last_ = app_.add_flag(names, into, description);
  return *this;
}

Options& Options::choice(const std::string& names, std::string& into,
                         const std::string& description, std::vector<std::string> values) {
  std::string what;
  for (const auto& one : values) what += (what.empty() ? "" : "|") + one;
  last_ = added(app_, names, into, description, what)->check(CLI::IsMember(values));
  choices_[last_] = std::move(values);
  return *this;
}

Options& Options::required() {
  last_->required();
  return *this;
}

Options& Options::range(unsigned low, unsigned high) {
  last_->check(CLI::Range(low, high));
  return *this;
}

Options& Options::with_default() {
  last_->capture_default_str();
  return *this;
}

}  // namespace relata::cli
