#!/bin/sh
# npm's scripts go through here: the machine's own Node installs the packages, and the Node that comes with them runs the command.
cd "$(dirname "$0")/.." || exit 1
PATH="$PWD/node_modules/.bin:$PATH"
CUELINE_STARTED="$(date +%s)000"
export PATH CUELINE_STARTED
node tools/provision/main.mjs && exec env node "$@"
