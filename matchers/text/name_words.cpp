// The lists, and a hash table over them that is made once, when the first word is asked for.
#include "text/name_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace afletter::matching {

namespace {

// clang-format off: it would give each word a line
constexpr auto prefixes = std::to_array<std::string_view>({
    "aan", "al", "am", "auf", "bij", "da", "de", "del", "della", "den", "der", "des", "di", "dos",
    "du", "el", "het", "in", "la", "le", "op", "over", "te", "ten", "ter", "tot", "van", "vande",
    "vanden", "vander", "vd", "vom", "von", "voor", "zu", "zum", "zur"});
constexpr auto small_words = std::to_array<std::string_view>({
    // titles
    "bc", "dr", "drs", "ds", "ing", "ir", "mba", "mr", "msc", "phd", "prof",
    // joining words, and what stands around a name
    "and", "co", "cs", "echtg", "eigenaar", "en", "eo", "erven", "fa", "fam", "familie", "geb",
    "inz", "inzake", "obh", "of", "pa", "tnv", "und", "wed", "weduwe"});
constexpr auto words_of_men = std::to_array<std::string_view>({
    "dhr", "heer", "herr", "herrn", "hr"});
constexpr auto words_of_women = std::to_array<std::string_view>({
    "frau", "mej", "mejuffrouw", "mevr", "mevrouw", "mrs", "mw"});
constexpr auto legal_forms = std::to_array<std::string_view>({
    "ag", "asbl", "bv", "bvba", "commv", "cooperatie", "coop", "cv", "eenmanszaak", "eg", "gbr",
    "gmbh", "inc", "kg", "llc", "llp", "ltd", "maatschap", "mbh", "nv", "ohg", "plc", "sa", "sarl",
    "se", "sprl", "srl", "stg", "stichting", "ua", "ug", "vereniging", "vof", "vve", "vzw"});
// Words that many firms share; alone they do not make two names similar.
constexpr auto generic_words = std::to_array<std::string_view>({
    "aannemersbedrijf", "accountants", "administratie", "administratiekantoor", "advies",
    "adviesbureau", "advocaten", "apotheek", "architecten", "autobedrijf", "bakkerij",
    "basisschool", "bedrijf", "beheer", "bewindvoering", "boekhandel", "bouw", "bouwbedrijf",
    "bouwgroep", "brasserie", "bureau", "cafe", "catering", "center", "centre", "centrum", "club",
    "college", "company", "consultancy", "consulting", "deurwaarders", "dienst", "diensten",
    "exploitatie", "export", "foundation", "fysiotherapie", "garage", "gemeente",
    "gerechtsdeurwaarders", "groep", "group", "handel", "handelsonderneming", "holding", "horeca",
    "hotel", "hoveniersbedrijf", "import", "installatie", "installatiebedrijf", "international",
    "investments", "kapsalon", "kinderdagverblijf", "kinderopvang", "klussenbedrijf", "kwekerij",
    "logistics", "loodgietersbedrijf", "loonbedrijf", "maatschappij", "makelaardij", "management",
    "media", "nederland", "notariskantoor", "notarissen", "onderhoud", "onderneming", "onderwijs",
    "ontwikkeling", "partners", "praktijk", "projecten", "restaurant", "rijschool",
    "schildersbedrijf", "scholen", "school", "schoonmaakbedrijf", "services", "slagerij",
    "solutions", "sportvereniging", "systems", "tandartspraktijk", "taxibedrijf", "techniek",
    "timmerbedrijf", "trading", "transport", "uitgeverij", "vastgoed", "verein", "verhuur",
    "verzekeringen", "voetbalvereniging", "winkel", "woningcorporatie", "zn", "zonen", "zoon",
    "zorg"});
// First names that are common in the Netherlands: they tell which word of a name is the surname.
constexpr auto given_names = std::to_array<std::string_view>({
    "abdullah", "adriaan", "adrianus", "ahmed", "alexander", "ali", "andre", "anja", "anna",
    "anneke", "annie", "anton", "antonius", "arie", "astrid", "barbara", "bart", "bas", "ben",
    "bert", "bianca", "bram", "caroline", "catharina", "charlotte", "chris", "christiaan",
    "claudia", "cor", "cornelia", "cornelis", "daan", "daniel", "danielle", "david", "dennis",
    "diana", "dick", "dirk", "edwin", "elisabeth", "ellen", "elly", "els", "emma", "erik", "esther",
    "eva", "fatima", "femke", "frank", "frans", "fred", "freek", "gerard", "gerda", "gerrit",
    "gijs", "guus", "hans", "hassan", "harm", "harry", "hendrik", "hendrika", "henk", "herman",
    "ibrahim", "ine", "ingrid", "irene", "jaap", "jacob", "jacqueline", "jan", "janneke", "jasper",
    "jelle", "jeroen", "jessica", "johan", "johanna", "johannes", "jolanda", "joost", "joris",
    "jos", "joop", "judith", "julia", "karel", "karin", "kees", "kim", "klaas", "koen", "lars",
    "laura", "leo", "lisa", "lotte", "lucas", "luuk", "maarten", "maria", "marieke", "marianne",
    "marijke", "marjan", "mark", "marloes", "martijn", "martin", "martine", "mehmet", "michael",
    "michel", "mieke", "mirjam", "mohamed", "mohammed", "monique", "mustafa", "nicole", "nico",
    "niels", "omar", "patricia", "paul", "peter", "petra", "petronella", "pieter", "piet", "ria",
    "rik", "rob", "robert", "robin", "roel", "ronald", "ruud", "sander", "sandra", "sanne",
    "saskia", "simone", "sjaak", "sophie", "stefan", "susanne", "suzanne", "sven", "teun", "theo",
    "thijs", "thomas", "tim", "tineke", "tom", "ton", "truus", "wendy", "wilhelmina", "willem",
    "willemina", "wim", "wilma", "wouter", "yvonne", "yusuf"});
constexpr auto names_called = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"adrianus", "arie"}, {"adriaan", "arie"}, {"adrianus", "janus"}, {"albertus", "bert"},
    {"anna", "anneke"}, {"anna", "annie"}, {"antonius", "ton"}, {"antonius", "toon"},
    {"antonius", "teun"}, {"bartholomeus", "bart"}, {"catharina", "ine"}, {"catharina", "toos"},
    {"cornelis", "cor"}, {"cornelis", "kees"}, {"cornelia", "corrie"}, {"dirk", "dick"},
    {"elisabeth", "els"}, {"elisabeth", "elly"}, {"elisabeth", "betsy"}, {"franciscus", "frans"},
    {"geertruida", "truus"}, {"gerardus", "gerard"}, {"gerrit", "gert"}, {"hendrik", "henk"},
    {"hendrikus", "henk"}, {"hendrika", "riek"}, {"hendrika", "rika"}, {"jacob", "jaap"},
    {"jacobus", "jaap"}, {"jacobus", "co"}, {"jacobus", "sjaak"}, {"johan", "joop"},
    {"johanna", "annie"}, {"johanna", "jo"}, {"johannes", "hans"}, {"johannes", "jan"},
    {"johannes", "joop"}, {"johannes", "jo"}, {"leonardus", "leo"}, {"leendert", "leen"},
    {"maria", "mia"}, {"maria", "mieke"}, {"maria", "ria"}, {"maria", "marieke"},
    {"martinus", "tinus"}, {"martinus", "martin"}, {"mattheus", "thijs"}, {"matthijs", "thijs"},
    {"nicolaas", "klaas"}, {"nicolaas", "nico"}, {"petronella", "nel"}, {"petrus", "peter"},
    {"petrus", "piet"}, {"pieter", "piet"}, {"robert", "rob"}, {"theodorus", "theo"},
    {"wilhelmina", "mien"}, {"wilhelmina", "wil"}, {"wilhelmus", "willem"}, {"wilhelmus", "wim"},
    {"willem", "wim"}, {"willem", "pim"}, {"willemina", "wil"}});
// clang-format on

struct KnownWord {
    std::string_view text;
    WordKind kind = WordKind::other;
};

// Open addressing, at most a half full.
class WordTable {
  public:
    WordTable() {
        add(prefixes, WordKind::prefix);
        add(small_words, WordKind::small);
        add(words_of_men, WordKind::of_man);
        add(words_of_women, WordKind::of_woman);
        add(legal_forms, WordKind::legal_form);
        add(generic_words, WordKind::generic);
        add(given_names, WordKind::given_name);
    }
    [[nodiscard]] WordKind find(std::string_view word) const { return words_[place_of(word)].kind; }

  private:
    template <std::size_t size>
    void add(const std::array<std::string_view, size>& list, WordKind kind) {
        for (const std::string_view word : list) {
            words_[place_of(word)] = {word, kind};
        }
    }
    // Where the word is, or would be.
    [[nodiscard]] std::size_t place_of(std::string_view word) const {
        std::uint32_t hash = 2166136261U;  // FNV-1a
        for (const char c : word) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        }
        std::size_t place = (hash ^ (hash >> 15U)) % words_.size();
        while (!words_[place].text.empty() && words_[place].text != word) {
            place = (place + 1) % words_.size();
        }
        return place;
    }

    std::array<KnownWord, 1024> words_;
};

static_assert(2 * (prefixes.size() + small_words.size() + words_of_men.size() +
                   words_of_women.size() + legal_forms.size() + generic_words.size() +
                   given_names.size()) <
              1024);

}  // namespace

WordKind kind_of_word(std::string_view word) {
    static const WordTable known_words;
    return known_words.find(word);
}

bool is_called(std::string_view official, std::string_view called) {
    return std::ranges::find(names_called, std::pair(official, called)) != names_called.end();
}

char official_initial(std::string_view called) {
    const auto named = std::ranges::find_if(names_called, [called](const auto& pair) {
        return pair.second == called && pair.first.front() != called.front();
    });
    return named != names_called.end() ? named->first.front() : '\0';
}

bool are_prefixes(std::string_view letters) {
    constexpr auto written_in_one = std::to_array<std::string_view>(
        {"de", "den", "der", "ten", "ter", "van", "vande", "vanden", "vander", "vd", "von"});
    return std::ranges::find(written_in_one, letters) != written_in_one.end();
}

}  // namespace afletter::matching
