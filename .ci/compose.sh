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
holds_no_secret() { ! grep -nEi '(password|secret|key): *[^$ {|]' docker-compose.yml; }

judge 'docker-compose.yml is valid' with_secrets
judge 'it refuses to start without its secrets' refuses_without
judge 'it holds no secret' holds_no_secret
[ -z "${OVERTURN_RESULTS:-}" ] || printf '{"runner":"compose","passed":%d,"failed":%d}\n' "$passed" "$failed" >>"$OVERTURN_RESULTS"
[ "$failed" -eq 0 ]
