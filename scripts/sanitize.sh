#!/usr/bin/env bash
# Runs the tests with the checks of a sanitizer, in a build folder of its own, and fails for its slightest report.
#
#   sanitize.sh address|thread [SWIFT] [OPTION OF swift test ...]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

kind=$1
swift=${2:-swift}
shift $(($# < 2 ? $# : 2))
folder=.build/sanitize-$kind
mkdir -p "$folder"
folder=$(cd -- "$folder" && pwd)
rm -f "$folder"/report.*

# Also the programs that tests start tell what they find in files: nobody reads what they print.
case $kind in
address)
    # What leaks is seen by the soak; and the stacks of tasks are no stacks to the sanitizer.
    export ASAN_OPTIONS="log_path=$folder/report:detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1"
    ;;
thread)
    export TSAN_OPTIONS="log_path=$folder/report:halt_on_error=0:suppressions=$PWD/scripts/thread-sanitizer.txt"
    ;;
*) echo "usage: sanitize.sh address|thread [SWIFT] [OPTION OF swift test ...]" >&2 && exit 64 ;;
esac

# Where addresses are too random the thread sanitizer finds no room for its own.
still=()
if command -v setarch >/dev/null && setarch "$(uname -m)" -R true 2>/dev/null; then still=(setarch "$(uname -m)" -R); fi

"$swift" build --build-tests --sanitize "$kind" --scratch-path "$folder"
status=0
"${still[@]}" "$swift" test --skip-build --sanitize "$kind" --scratch-path "$folder" "$@" || status=$?
for report in "$folder"/report.*; do
    [ -e "$report" ] || continue
    echo "--- $report"
    head -n 60 "$report"
    status=1
done
[ $status -eq 0 ] && echo "The $kind sanitizer reported nothing."
exit $status
