"""Every rule by its code. A new rule is a file here and a line in one of these lists.

They are data, so that a run imports the rules that it needs: `explain` one, `lint` those that judge.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain

from rectledger.rules.registry import Rule

READING: Mapping[str, str] = {
    "RL001": "syntax_error",
    "RL002": "tab_indentation",
    "RL003": "full_width_colon",
    "RL004": "duplicate_key",
    "RL005": "unknown_key",
    "RL006": "missing_key",
    "RL007": "wrong_type",
    "RL008": "value_not_allowed",
    "RL009": "impossible_date",
    "RL010": "deadline_in_words",
    "RL011": "merge_conflict",
    "RL012": "not_utf8",
    "RL013": "utf16",
    "RL014": "nul_character",
    "RL015": "control_character",
    "RL016": "empty_file",
    "RL017": "several_documents",
    "RL018": "exploding_aliases",
    "RL019": "nested_too_deeply",
    "RL020": "file_too_large",
    "RL021": "folder_named_like_a_file",
    "RL022": "special_file",
    "RL023": "dangling_link",
    "RL024": "link_out_of_the_repository",
    "RL025": "unreadable_file",
    "RL026": "yml_suffix",
    "RL106": "misplaced_file",
}
"""What the readers of the files report."""

JUDGING: Mapping[str, str] = {
    "RL101": "duplicate_id",
    "RL102": "file_name_is_not_the_id",
    "RL103": "unknown_party",
    "RL104": "unknown_heading",
    "RL105": "unknown_inspection",
    "RL107": "no_measures",
    "RL108": "unknown_clock_limit",
    "RL110": "useless_waiver",
    "RL111": "rule_that_cannot_be_set",
    "RL112": "heading_without_an_issue",
    "RL113": "serial_given_twice",
    "RL114": "serial_without_an_issue",
    "RL115": "several_serials_in_one_issue",
    "RL116": "issue_not_on_the_list",
    "RL117": "issue_under_another_heading",
    "RL118": "renumbered_serial",
    "RL119": "title_unlike_the_list",
    "RL120": "useless_ignore",
    "RL201": "no_due_date",
    "RL202": "due_before_feedback",
    "RL203": "event_before_feedback",
    "RL204": "extension_without_effect",
    "RL205": "too_many_extensions",
    "RL206": "extension_after_the_deadline",
    "RL207": "events_out_of_order",
    "RL208": "reversed_period",
    "RL209": "provisional_date",
    "RL301": "overdue",
    "RL302": "due_soon",
    "RL303": "quota_missed",
    "RL304": "clock_limit_missed",
    "RL305": "stale_measure",
    "RL306": "follow_up_missed",
    "RL307": "event_in_the_future",
    "RL308": "warning_letter_owed",
    "RL309": "waiver_that_has_ended",
    "RL310": "leader_who_left_the_post",
    "RL311": "deferral_that_has_ended",
    "RL312": "answer_overdue",
    "RL401": "completed_without_evidence",
    "RL402": "partial_without_evidence",
    "RL403": "partial_with_nothing_left",
    "RL404": "closed_without_evidence",
    "RL405": "closed_by_its_owner",
    "RL406": "closed_with_an_open_measure",
    "RL407": "transferred_without_document",
    "RL408": "plan_change_without_request_date",
    "RL409": "relapse_that_is_still_closed",
    "RL410": "progress_after_completion",
    "RL411": "evidence_file_missing",
    "RL412": "evidence_file_changed",
    "RL413": "evidence_file_outside",
    "RL414": "evidence_used_twice",
    "RL501": "private_name_in_public_text",
    "RL502": "relative_time",
    "RL503": "half_width_punctuation",
    "RL504": "document_number_in_wrong_brackets",
    "RL505": "word_processor_residue",
    "RL506": "invisible_character",
    "RL507": "text_ahead_of_the_state",
    "RL508": "text_behind_the_state",
    "RL509": "count_without_papers",
    "RL510": "vague_commitment",
    "RL511": "personal_data_in_public_text",
    "RL512": "shared_public_name",
    "RL513": "number_that_disagrees",
    "RL514": "notice_older_than_the_states",
    "RL655": "unverified_import",
}
"""What `lint` finds in a ledger."""

INTAKE: Mapping[str, str] = {
    "RL530": "template_that_fails",
    "RL600": "cell_changed_on_both_sides",
    "RL601": "row_that_is_missing",
    "RL602": "row_given_twice",
    "RL603": "row_without_its_key",
    "RL604": "locked_cell_changed",
    "RL605": "row_of_another_sheet",
    "RL606": "row_of_a_record_that_is_gone",
    "RL607": "rows_of_one_issue_disagree",
    "RL608": "cell_that_cannot_be_read",
    "RL609": "state_that_a_sheet_cannot_record",
    "RL610": "recorded_line_changed",
    "RL611": "evidence_of_nothing",
    "RL612": "new_row_that_is_incomplete",
    "RL613": "column_that_is_missing",
    "RL614": "column_that_did_not_go_out",
    "RL615": "changed_party_of_a_handover",
    "RL616": "place_that_cannot_be_edited",
    "RL640": "number_out_of_order",
    "RL641": "label_left_out",
    "RL642": "half_width_label",
    "RL643": "residue_in_the_source",
    "RL644": "line_without_a_place",
    "RL645": "state_that_cannot_be_recorded",
    "RL646": "state_without_a_date",
    "RL647": "relative_time_in_the_source",
    "RL648": "words_that_the_notice_changes",
    "RL649": "private_name_in_the_source",
    "RL650": "missing_in_the_source",
    "RL651": "day_that_cannot_be_read",
    "RL652": "issues_without_headings",
    "RL653": "measures_numbered_otherwise",
    "RL656": "paragraph_moved",
    "RL657": "party_that_is_new",
    "RL658": "tracked_change",
    "RL659": "text_that_is_not_read",
    "RL660": "part_that_is_not_read",
    "RL661": "several_receivers",
    "RL670": "table_without_a_problem",
    "RL671": "column_not_understood",
    "RL672": "deadline_not_understood",
    "RL673": "state_not_understood",
    "RL674": "row_without_a_place",
    "RL675": "row_left_out",
    "RL676": "row_without_a_measure",
    "RL677": "rows_that_say_different_things",
    "RL678": "closing_without_a_signature",
    "RL679": "state_dated_by_the_table",
    "RL680": "owner_not_named",
    "RL681": "heading_that_is_new",
    "RL682": "class_of_some_measures",
}
"""What other commands report, and `lint` never does."""

CHANGES: Mapping[str, str] = {
    "RL701": "event_removed",
    "RL702": "event_edited",
    "RL703": "event_backdated",
    "RL704": "deadline_moved_without_extension",
    "RL705": "evidence_removed",
    "RL706": "evidence_hash_changed",
    "RL707": "claim_short_of_the_policy",
    "RL708": "closure_by_the_owner",
    "RL709": "closure_committed_by_the_applicant",
    "RL710": "issue_deleted",
    "RL711": "measure_deleted",
    "RL712": "heading_reworded",
    "RL713": "extension_beyond_the_limit",
    "RL714": "closed_issue_changed",
}
"""What a change to a ledger did."""

_FILES = dict(sorted({**READING, **JUDGING, **INTAKE, **CHANGES}.items()))


class Rules(Mapping[str, Rule]):
    """Rules by their codes: ours, each imported when it is asked for, and those that packages bring."""

    def __init__(self, brought: Mapping[str, Rule]) -> None:
        """Put the rules that packages bring behind ours."""
        self.brought = brought

    def __getitem__(self, code: str) -> Rule:
        return _imported(code) if code in _FILES else self.brought[code]

    def __contains__(self, code: object) -> bool:
        return code in _FILES or code in self.brought

    def __iter__(self) -> Iterator[str]:
        return chain(_FILES, self.brought)

    def __len__(self) -> int:
        return len(_FILES) + len(self.brought)

    @property
    def judging(self) -> list[Rule]:
        """The rules that find something in a ledger."""
        return [self[code] for code in (*JUDGING, *self.brought)]


@cache
def _imported(code: str) -> Rule:
    name = _FILES[code]
    rule: Rule = getattr(import_module(f"{__name__}.{name}"), name)
    return rule


BY_CODE = Rules({})
