#!/bin/sh
# Starts the server with the defaults that it has by itself.
set -e
: "${PORT:=8080}" "${DATA_DIR:=/data}"
export PORT DATA_DIR
echo "Starting with PORT=$PORT and DATA_DIR=$DATA_DIR"
node dist/server.mjs
