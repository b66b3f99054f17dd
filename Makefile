# Strata. `make up` shows it working on this machine; `make test` proves it.
# Every target installs what it needs, quietly and once (eng/install-packages.sh says what).

.DEFAULT_GOAL := help
SHELL := /bin/bash
CONFIGURATION := Release
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

.PHONY: help up down build test bench pulumi compose-test generate format clean

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: ## Provision a real WORM vault on this machine, put evidence in it and prove it
	@eng/up.sh

down: ## Stop what `make up` started (the data stays; `./strata local down --purge` deletes it)
	@./strata local down

build: ## Build everything
	@eng/install-packages.sh dotnet
	@dotnet build Infra.sln --configuration $(CONFIGURATION) --verbosity quiet

test: ## Run every test, on real servers too
	@eng/test.sh

bench: ## Measure: rendering beside cdk synth, and evidence beside rclone, as ratios in one run
	@bench/run.sh

pulumi: ## Restore the genuine Pulumi packages and build on them
	@eng/pulumi.sh

compose-test: ## Build the services' images and run the end-to-end test against them
	@local/compose-test.sh

generate: ## Write sdk/Pulumi.Aws and sdk/Pulumi.Kubernetes anew from the pinned npm packages
	@node sdk/codegen/generate.mjs

format: ## Format the sources
	@dotnet format whitespace Infra.sln --exclude sdk/Pulumi.Aws sdk/Pulumi.Kubernetes

clean: ## Delete what was built (not the data under .local)
	@rm -rf artifacts
