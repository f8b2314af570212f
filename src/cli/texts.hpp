// What the commands say to people about their own work, in both languages.
#pragma once

#include <afletter/text.hpp>

namespace afletter::cli {

namespace text {

inline constexpr Text ledger_made{"made a new ledger", "nieuw grootboek gemaakt"};
inline constexpr Text next{"Next:", "Hierna:"};
inline constexpr Text files{"files", "bestanden"};
inline constexpr Text files_known{"imported before", "eerder ingelezen"};
inline constexpr Text files_refused{"refused", "geweigerd"};
inline constexpr Text statements{"statements", "afschriften"};
inline constexpr Text statements_known{"known already", "al bekend"};
inline constexpr Text lines{"lines booked", "regels geboekt"};
inline constexpr Text messages_not_booked{"reports and notifications, not booked",
                                          "rapporten en meldingen, niet geboekt"};
inline constexpr Text entries_itemised{"entries with their details, from notifications",
                                       "posten met hun details, uit meldingen"};
inline constexpr Text details_known{"entries with details already known, or matched as one",
                                    "posten waarvan de details al bekend waren, of al afgeletterd"};
inline constexpr Text details_waiting{"entries with details that wait for their statement",
                                      "posten waarvan de details op hun afschrift wachten"};
inline constexpr Text not_booked{"entries not final, not booked",
                                 "posten nog niet definitief, niet geboekt"};
inline constexpr Text items{"items", "posten"};
inline constexpr Text added{"added", "toegevoegd"};
inline constexpr Text changed{"changed", "gewijzigd"};
inline constexpr Text unchanged{"unchanged", "ongewijzigd"};
inline constexpr Text lines_examined{"lines examined", "regels bekeken"};
inline constexpr Text matched{"matched", "afgeletterd"};
inline constexpr Text exceptions{"left for a person", "voor een medewerker"};
inline constexpr Text as_before{"as before", "als eerder"};
inline constexpr Text is_live{"decides from now on", "beslist vanaf nu"};
inline constexpr Text drawn{"matches drawn for the audit sample: `afletter sample list`",
                            "koppelingen in de steekproef: `afletter sample list`"};
inline constexpr Text sample_agrees{"The answer agrees with the match.",
                                    "Het antwoord klopt met de koppeling."};
inline constexpr Text sample_differs{
    "The answer differs from the match, which stays booked: `afletter explain` says why it was "
    "made.",
    "Het antwoord verschilt van de koppeling. Die blijft geboekt: `afletter explain` zegt waarom."};
inline constexpr Text sample_cleared{"decides again; its test begins anew.",
                                     "beslist weer; de toets begint opnieuw."};
inline constexpr Text everything{"Everything", "Alles"};
inline constexpr Text dry_run{"Dry run: nothing was changed.", "Proef: er is niets gewijzigd."};

}  // namespace text

}  // namespace afletter::cli
