# Sourced by the fuzz scripts: gathers what each target begins with, from the project's own files.
# Usage: make_seeds TARGET FOLDER

# The beginning of a message: whole statements of it are more than a fuzzer needs.
first_entries_of_mt940() { awk '/^:61:/ { ++entries } entries > 2 { exit } { print }' "$1"; }
first_entries_of_camt() {
    awk 'BEGIN { RS = "</Ntry>"; ORS = RS } length($0) < 4000 && entries++ < 2 { print }' "$1"
    printf '</Stmt></BkToCstmrStmt></Document>\n'
}

make_seeds() {
    local target=$1 folder=$2 file
    mkdir -p "$folder"
    if [ "$target" = fuzz_open_items ]; then
        head -n 6 samples/items.csv >"$folder/sample.csv"
        cp tests/errors/items_*.csv "$folder"
        return
    fi
    if [ "$target" = fuzz_names ]; then
        printf '%s\n%s' 'Hr J.P. van der Berg' 'VANDERBERG JP' >"$folder/glued"
        printf '%s\n%s' 'H. Müller-Weiß' 'H M?ller Weis' >"$folder/letters"
        printf '%s\n%s' 'A. de Vries en/of B. Jansen' 'Bakkerij Janssen B.V.' >"$folder/joint"
        return
    fi
    if [ "$target" = fuzz_archive ]; then
        find tests/errors \( -name '*.zip' -o -name '*archive*.bin' \) -exec cp -t "$folder" {} +
        cp tests/errors/mt940_balance.sta tests/errors/camt_balance.xml "$folder"
        return
    fi
    if [ "$target" = fuzz_mt940 ] || [ "$target" = fuzz_statements ]; then
        for file in samples/statements/*.sta; do
            first_entries_of_mt940 "$file" >"$folder/$(basename "$file")"
        done
        cp tests/errors/*.sta "$folder"
    fi
    if [ "$target" = fuzz_camt ] || [ "$target" = fuzz_statements ] ||
        [ "$target" = fuzz_xml_differential ]; then
        for file in samples/statements/*.xml; do
            first_entries_of_camt "$file" >"$folder/$(basename "$file")"
        done
        cp tests/errors/*.xml "$folder"
    fi
    if [ "$target" = fuzz_statements ]; then
        cp tests/errors/*.bin "$folder"
    fi
}
