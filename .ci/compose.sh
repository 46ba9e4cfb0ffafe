#!/usr/bin/env bash
# No container engine runs here; what can be judged is that the file is whole, refuses to start without its secrets,
# and holds none.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export HOME="${HOME:-/root}"
passed=0
failed=0
judge() {
  local name="$1"
  shift
  if "$@"; then passed=$((passed + 1)); echo "  ✓ $name"; else failed=$((failed + 1)); echo "  ✗ $name"; fi
}
with_secrets() {
  env POSTGRES_PASSWORD=p OVERTURN_SECRET=0123456789abcdef TEMPORAL_DB_PASSWORD=t REDIS_PASSWORD=r \
    docker-compose -f docker-compose.yml config -q
}
refuses_without() { ! env -u POSTGRES_PASSWORD -u OVERTURN_SECRET docker-compose -f docker-compose.yml config -q 2>/dev/null; }
# What is left of a value once its ${…} is taken away must not be a word.
finds_secret() { sed -E 's/\$\{[^}]*\}//g' "$1" | grep -nEi '(password|pwd|secret|_key|auth): *["'"'"']?[a-z0-9]|://[^@ ]*:[^@ ]+@'; }
holds_no_secret() { ! finds_secret docker-compose.yml; }
notices_a_secret() { finds_secret <(sed 's/\${POSTGRES_PASSWORD[^}]*}/hunter2/' docker-compose.yml) >/dev/null; }

judge 'docker-compose.yml is valid' with_secrets
judge 'it refuses to start without its secrets' refuses_without
judge 'it holds no secret' holds_no_secret
judge 'one planted in it would be noticed' notices_a_secret
[ -z "${OVERTURN_RESULTS:-}" ] || printf '{"runner":"compose","passed":%d,"failed":%d}\n' "$passed" "$failed" >>"$OVERTURN_RESULTS"
[ "$failed" -eq 0 ]
