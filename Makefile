# From a fresh machine to the site or the test results: every target makes what it needs first.
# Paths are relative and quoted, so a folder with spaces in its name will do.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

# In a folder that was moved or copied, .venv still points to the old place.
$(shell test ! -e .venv/pyvenv.cfg || grep -qF -- ' $(CURDIR)/.venv' .venv/pyvenv.cfg || rm -rf .venv)

.PHONY: help site serve check publish test golden mutants bench requirements clean browser servers

help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

site: .venv/site.stamp ## Dựng trang web vào thư mục site/
	@$(BIN)/giaoban build

serve: .venv/site.stamp ## Xem trang web trên máy này, tự cập nhật khi sửa bản ghi
	@$(BIN)/giaoban serve

check: .venv/site.stamp ## Kiểm tra bản ghi và danh mục, không dựng trang
	@$(BIN)/giaoban check

publish: .venv/site.stamp ## Công bố trang web: make publish TO=/srv/giaoban PUBLIC=1
	@test -n '$(TO)' || { echo 'Cho biết thư mục: make publish TO=/srv/giaoban' >&2; exit 1; }
	@$(BIN)/giaoban publish '$(TO)' $(if $(PUBLIC),--public) $(if $(RELOAD),--reload '$(RELOAD)')

test: .venv/test.stamp browser servers ## Chạy mọi phép kiểm tra, kể cả trên trình duyệt
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }
	@$(BIN)/pytest -q

golden: .venv/test.stamp ## Viết lại các trang mẫu trong tests/golden
	@$(BIN)/pytest -q --regenerate

mutants: .venv/test.stamp ## Sửa hỏng thử từng chỗ trong mã xem phép kiểm tra có thấy không (lâu)
	@$(BIN)/python -m tests.mutation $(MODULES)

bench: .venv/site.stamp ## Đo thời gian dựng với kho lưu trữ giả định
	@$(BIN)/python -m benchmarks

requirements: .venv/site.stamp ## Chọn lại phiên bản các thư viện (cần mạng)
	@$(BIN)/python -m pip install --quiet uv
	@$(LOCK) --group build --output-file requirements.txt
	@$(LOCK) --group build --group test --constraints requirements.txt --output-file requirements-dev.txt

clean: ## Xoá trang đã dựng, môi trường Python và các tệp tạm
	@rm -rf .venv site build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# One lock for every Python from 3.11 and every system, without the address it was fetched from.
LOCK = $(BIN)/python -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make requirements'

# A stamp is older than its requirements when these have changed; pip then brings the rest in line.
INSTALL = $(BIN)/python -m pip install --quiet --require-hashes --requirement

.venv/site.stamp: requirements.txt pyproject.toml | .venv/bin/pip
	@echo 'Đang cài các thư viện vào .venv …'
	@$(INSTALL) requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements-dev.txt .venv/site.stamp
	@echo 'Đang cài các công cụ kiểm tra vào .venv …'
	@$(INSTALL) requirements-dev.txt
	@touch $@

.venv/bin/pip:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Cần Python 3.11 trở lên; nếu đã có bản khác, chạy: make PYTHON=python3.12' >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2> /dev/null || { $(call apt_install,python3-venv); }
	@"$(PYTHON)" -m venv --clear .venv

# Playwright's own driver needs one system library that a small Debian lacks.
browser: .venv/test.stamp
	@test -n "$${CHROMIUM:-}" || command -v chromium chromium-browser google-chrome > /dev/null \
		|| { $(call apt_install,chromium); }
	@$(BIN)/playwright --version > /dev/null 2>&1 || { $(call apt_install,libatomic1); }

# Pages are published to real web servers; neither has to run as a service.
servers:
	@PATH="$$PATH:/usr/sbin"; command -v nginx > /dev/null || { $(call apt_install,nginx-light); }
	@command -v caddy > /dev/null || { $(call apt_install,caddy); }

# Root installs by itself, as does who may use sudo without a password; others are told what to ask for.
define apt_install
if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then as_root=env; \
	elif sudo -n true 2> /dev/null && command -v apt-get > /dev/null; then as_root='sudo -n env'; \
	else echo 'Máy thiếu $(1). Hãy cài rồi chạy lại, trên Debian/Ubuntu: sudo apt-get install $(1)' >&2; exit 1; fi; \
	echo 'Đang cài $(1) …'; \
	apt() { $$as_root DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 "$$@" < /dev/null 2>&1; }; \
	said=$$(apt update && apt install --no-install-recommends --yes $(1)) || { echo "$$said" >&2; exit 1; }
endef
