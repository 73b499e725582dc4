#!/usr/bin/env bash
# Looks for inputs that break what takes bytes of strangers: so long for each target of Tests/Fuzzing, one after the other.
#
#   fuzz.sh [SWIFT]
#
# FUZZ_SECONDS (60), FUZZ_SEED (by chance, and printed) and FUZZ_TARGETS (all) choose otherwise. What breaks a target becomes
# a file of its corpus, which `make test` replays.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

swift=${1:-swift}
seconds=${FUZZ_SECONDS:-60}
seed=${FUZZ_SEED:-$((RANDOM * 32768 + RANDOM + 1))}
program=.build/fuzz/release/spaces-fuzz
corpus=Tests/Fuzzing/Corpus

# Release, with its checks; what targets keep to themselves is seen by the fuzzed code alone.
options=(--configuration release --scratch-path .build/fuzz --product spaces-fuzz
    -Xswiftc -enable-testing)

# libFuzzer without its main: the package manager gives the program one. It knows no switch for this, so the compiler is told
# to leave the marks, and the linker where the library is.
clang=$(dirname -- "$(readlink -f -- "$(command -v "$swift")")")/clang
resources=$("$clang" -print-resource-dir 2>/dev/null || true)
library=$(find "${resources:-/nonexistent}" -name "libclang_rt.fuzzer_no_main*.a" 2>/dev/null | grep -m 1 "$(uname -m)" || true)
if [ -n "$library" ]; then
    options+=(-Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xswiftc -DLIBFUZZER
        -Xlinker --whole-archive -Xlinker "$library" -Xlinker --no-whole-archive -Xlinker -lstdc++ -Xlinker -lm)
    echo "Building with libFuzzer (many minutes the first time) ..."
else
    echo "Building (many minutes the first time); this toolchain has no libFuzzer, so inputs are made by chance ..."
fi
SPACES_FUZZ=1 "$swift" build "${options[@]}"

echo "seed $seed, $seconds s for each target; the same again with FUZZ_SEED=$seed"
total=0 broken=0
for target in ${FUZZ_TARGETS:-$($program targets)}; do
    folder=.build/fuzz/runs/$target
    rm -rf "$folder"
    mkdir -p "$folder"
    cp -r "$corpus/$target" "$folder/corpus"
    status=0
    # The runtime's own report of a trap would come before libFuzzer's, which keeps the input.
    SWIFT_BACKTRACE=enable=no "$program" run "$target" "$folder" "$seconds" "$seed" >"$folder/log" 2>&1 || status=$?
    count=$(sed -n 's/^stat::number_of_executed_units: *//p; s/^Done \([0-9]*\) runs.*/\1/p' "$folder/log" | tail -n 1)
    total=$((total + ${count:-0}))
    printf '%-14s %10s inputs  %s\n' "$target" "${count:-?}" "$([ $status -eq 0 ] && echo 'nothing broke' || echo BROKEN)"
    [ $status -eq 0 ] && continue
    broken=1
    grep -a -m 3 -E "^$target: |Fatal error|ERROR: libFuzzer" "$folder/log" || tail -n 5 "$folder/log"
    for input in "$folder"/crash-* "$folder"/timeout-* "$folder"/oom-* "$folder"/leak-*; do
        [ -e "$input" ] || continue
        known=$(find "$corpus/$target" -type f -exec cmp -s {} "$input" \; -print -quit)
        if [ -n "$known" ]; then echo "    $program take $target $known" && continue; fi
        name=$(basename -- "$input")
        cp "$input" "$corpus/$target/$name-$seed"
        echo "    $program take $target $corpus/$target/$name-$seed"
    done
done
echo "$total inputs in all"
exit $broken
