// The raw material of names.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace afletter::simulator {

struct Surname {
    std::string_view prefix;
    std::string_view name;
    std::uint32_t per_10000;  // how many of 10,000 people have it, about
};

inline constexpr auto common_surnames = std::to_array<Surname>({
    {"de", "Jong", 55},
    {"", "Jansen", 49},
    {"de", "Vries", 47},
    {"van den", "Berg", 39},
    {"van", "Dijk", 37},
    {"", "Bakker", 37},
    {"", "Janssen", 36},
    {"", "Visser", 33},
    {"", "Smit", 28},
    {"", "Meijer", 26},
    {"de", "Boer", 26},
    {"", "Mulder", 24},
    {"de", "Groot", 24},
    {"", "Bos", 23},
    {"", "Vos", 20},
    {"", "Peters", 20},
    {"", "Hendriks", 19},
    {"van", "Leeuwen", 19},
    {"", "Dekker", 18},
    {"", "Brouwer", 17},
    {"de", "Wit", 16},
    {"", "Dijkstra", 16},
    {"", "Smits", 15},
    {"de", "Graaf", 14},
    {"van der", "Meer", 14},
    {"", "Kok", 14},
    {"", "Jacobs", 14},
    {"van der", "Linden", 13},
    {"", "Vermeulen", 13},
    {"de", "Haan", 13},
    {"van den", "Broek", 12},
    {"van den", "Heuvel", 12},
    {"de", "Bruin", 11},
    {"", "Schouten", 11},
    {"van der", "Heijden", 11},
    {"van", "Beek", 11},
    {"", "Willems", 11},
    {"van", "Vliet", 11},
    {"", "Hoekstra", 10},
    {"", "Maas", 10},
    {"", "Verhoeven", 10},
    {"", "Koster", 10},
    {"van", "Dam", 10},
    {"de", "Bruijn", 9},
    {"", "Prins", 9},
    {"", "Blom", 9},
    {"", "Huisman", 9},
    {"", "Postma", 9},
    {"", "Kuipers", 9},
    {"van", "Veen", 9},
    {"", "Kuiper", 8},
    {"", "Gerritsen", 8},
    {"", "Bosch", 8},
    {"van der", "Wal", 8},
    {"", "Veenstra", 8},
    {"", "Kramer", 8},
    {"", "Post", 8},
    {"", "Evers", 7},
    {"", "Bouwman", 7},
    {"", "Jonker", 7},
    {"", "Martens", 7},
    {"de", "Lange", 7},
    {"", "Sanders", 7},
    {"", "Hofman", 7},
    {"", "Molenaar", 7},
    {"", "Yilmaz", 6},
    {"", "Nguyen", 6},
    {"el", "Amrani", 5},
    {"", "Kaya", 5},
    {"", "Öztürk", 4},
    {"", "Çelik", 4},
    {"", "Müller", 4},
    {"", "Gonçalves", 3},
    {"", "Kovačević", 2},
    {"", "Şahin", 4},
    {"", "Brouwers", 6},
    {"ten", "Brinke", 3},
    {"ter", "Haar", 3},
    {"van 't", "Hof", 4},
    {"in 't", "Veld", 3},
    {"", "Reünis", 1},
    {"", "Geërts", 1},
    {"", "Kowalski", 4},
    {"", "Wiśniewski", 2},
});
inline constexpr std::uint32_t rare_surnames_per_10000 = 8600;

inline constexpr auto rare_prefixes = std::to_array<std::string_view>(
    {"", "", "", "", "van", "van", "van der", "de", "ten", "van den"});
inline constexpr auto rare_heads = std::to_array<std::string_view>({
    "Ooster", "Wester", "Noord", "Zuider", "Linde",  "Eike",  "Beuken", "Water",
    "Molen",  "Kerk",   "Hoog",  "Laag",   "Groot",  "Klein", "Brand",  "Steen",
    "Ploeg",  "Berken", "Haver", "Rogge",  "Schaap", "Koe",   "Ravens", "Kraaij",
    "Vinken", "Nijen",  "Olden", "Hazel",  "Winter", "Zomer", "Elzen",  "Riet",
    "Turf",   "Slot",   "Veld",  "Wolven", "Boter",  "Heide", "Zand",   "Klaver",
});
inline constexpr auto rare_tails = std::to_array<std::string_view>({
    "huis",   "kamp", "veld",  "man",  "stra",  "sma",  "ink",  "horst", "berg",  "brink",
    "hof",    "hoek", "loo",   "laar", "beek",  "burg", "dijk", "donk",  "gaard", "huizen",
    "meijer", "mans", "broek", "weg",  "voort", "wijk", "zijl", "schot", "bos",   "bosch",
});

inline constexpr auto men = std::to_array<std::string_view>({
    "Johannes", "Jan",   "Pieter", "Hendrik", "Willem", "Cornelis", "Daan",   "Sem",  "Bram",
    "Lars",     "Thijs", "Ruben",  "Mohamed", "Gerrit", "Dirk",     "Arie",   "Kees", "Marco",
    "Frank",    "Erik",  "Ahmet",  "Jeroen",  "Sander", "Teun",     "Wouter", "Rob",  "Andrzej",
});
inline constexpr auto women = std::to_array<std::string_view>({
    "Maria", "Johanna", "Anna",      "Elisabeth",  "Cornelia", "Emma",   "Julia",
    "Sanne", "Lotte",   "Fatima",    "Wilhelmina", "Ria",      "Ingrid", "Petra",
    "Noor",  "Saar",    "Zoë",       "Renée",      "Eva",      "Femke",  "Hendrika",
    "Truus", "Yvonne",  "Agnieszka", "Desirée",    "Marloes",  "Ans",
});

inline constexpr auto trades = std::to_array<std::string_view>({
    "Bakkerij",
    "Slagerij",
    "Garage",
    "Schildersbedrijf",
    "Kapsalon",
    "Restaurant",
    "Café",
    "Fietsenhandel",
    "Installatiebedrijf",
    "Bouwbedrijf",
    "Hoveniersbedrijf",
    "Makelaardij",
    "Administratiekantoor",
    "Transportbedrijf",
    "Loonbedrijf",
    "Drogisterij",
    "Brasserie",
});
inline constexpr auto legal_forms = std::to_array<std::string_view>(
    {" B.V.", " B.V.", " B.V.", " BV", " V.O.F.", " VOF", "", " & Zn.", " en Zonen B.V.", " N.V."});
inline constexpr auto institutions = std::to_array<std::string_view>({
    "Stichting",
    "Vereniging",
    "Stg.",
    "Ver.",
    "Coöperatie",
    "Sportvereniging",
    "VvE",
});
inline constexpr auto causes = std::to_array<std::string_view>({
    "De Waterlelie",
    "Onze Buurt",
    "Het Anker",
    "Voorwaarts",
    "De Ooievaar",
    "Sint Joris",
    "Concordia",
    "De Regenboog",
    "Eendracht",
    "Oranje",
    "Het Kompas",
    "Kinderopvang De Vlinder",
});
inline constexpr auto supplier_words = std::to_array<std::string_view>({
    "Infra",
    "Groen",
    "Techniek",
    "Reiniging",
    "Advies",
    "ICT Diensten",
    "Wegenbouw",
    "Kantoor",
    "Energie",
    "Afvalbeheer",
    "Drukkerij",
    "Beveiliging",
    "Zorg",
    "Ingenieurs",
    "Verhuur",
});
inline constexpr auto provider_names =
    std::to_array<std::string_view>({"Betaalbrug", "Snelkas", "PayWaterwoude", "Kassa Online"});
inline constexpr auto brands = std::to_array<std::string_view>({
    "Goudkorst Bakkers B.V.",
    "De Zeemeeuw Vis",
    "Drogist Klaver B.V.",
    "Kapper Knip & Klaar",
    "Modehuis Van Vliet",
    "Fietsplus Nederland B.V.",
    "Opticien Helder",
    "Wijnkoper De Kurk",
    "Speelgoed De Tol B.V.",
    "Boekhandel Inkt",
    "Slaapcomfort Duin B.V.",
    "Supermarkt Meander",
});
inline constexpr auto streets = std::to_array<std::string_view>({
    "Dorpsstraat",
    "Kerkstraat",
    "Molenweg",
    "Schoolstraat",
    "Julianalaan",
    "Wilhelminastraat",
    "Stationsweg",
    "Beatrixstraat",
    "Lindelaan",
    "Waterweg",
    "Havenkade",
    "Markt",
    "Parklaan",
    "Nieuwstraat",
    "Burg. van der Meerlaan",
    "Weverslaan",
    "Eikenlaan",
    "Dijk",
});

}  // namespace afletter::simulator
