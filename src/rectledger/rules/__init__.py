"""Every rule, in the order of their codes. A new rule is a file here and a line in this list."""

from rectledger.rules.answer_overdue import answer_overdue
from rectledger.rules.cell_changed_on_both_sides import cell_changed_on_both_sides
from rectledger.rules.cell_that_cannot_be_read import cell_that_cannot_be_read
from rectledger.rules.changed_party_of_a_handover import changed_party_of_a_handover
from rectledger.rules.claim_short_of_the_policy import claim_short_of_the_policy
from rectledger.rules.class_of_some_measures import class_of_some_measures
from rectledger.rules.clock_limit_missed import clock_limit_missed
from rectledger.rules.closed_by_its_owner import closed_by_its_owner
from rectledger.rules.closed_issue_changed import closed_issue_changed
from rectledger.rules.closed_with_an_open_measure import closed_with_an_open_measure
from rectledger.rules.closed_without_evidence import closed_without_evidence
from rectledger.rules.closing_without_a_signature import closing_without_a_signature
from rectledger.rules.closure_by_the_owner import closure_by_the_owner
from rectledger.rules.closure_committed_by_the_applicant import closure_committed_by_the_applicant
from rectledger.rules.column_not_understood import column_not_understood
from rectledger.rules.column_that_did_not_go_out import column_that_did_not_go_out
from rectledger.rules.column_that_is_missing import column_that_is_missing
from rectledger.rules.completed_without_evidence import completed_without_evidence
from rectledger.rules.control_character import control_character
from rectledger.rules.count_without_papers import count_without_papers
from rectledger.rules.dangling_link import dangling_link
from rectledger.rules.day_that_cannot_be_read import day_that_cannot_be_read
from rectledger.rules.deadline_in_words import deadline_in_words
from rectledger.rules.deadline_moved_without_extension import deadline_moved_without_extension
from rectledger.rules.deadline_not_understood import deadline_not_understood
from rectledger.rules.deferral_that_has_ended import deferral_that_has_ended
from rectledger.rules.document_number_in_wrong_brackets import document_number_in_wrong_brackets
from rectledger.rules.due_before_feedback import due_before_feedback
from rectledger.rules.due_soon import due_soon
from rectledger.rules.duplicate_id import duplicate_id
from rectledger.rules.duplicate_key import duplicate_key
from rectledger.rules.empty_file import empty_file
from rectledger.rules.event_backdated import event_backdated
from rectledger.rules.event_before_feedback import event_before_feedback
from rectledger.rules.event_edited import event_edited
from rectledger.rules.event_in_the_future import event_in_the_future
from rectledger.rules.event_removed import event_removed
from rectledger.rules.events_out_of_order import events_out_of_order
from rectledger.rules.evidence_file_changed import evidence_file_changed
from rectledger.rules.evidence_file_missing import evidence_file_missing
from rectledger.rules.evidence_file_outside import evidence_file_outside
from rectledger.rules.evidence_hash_changed import evidence_hash_changed
from rectledger.rules.evidence_of_nothing import evidence_of_nothing
from rectledger.rules.evidence_removed import evidence_removed
from rectledger.rules.evidence_used_twice import evidence_used_twice
from rectledger.rules.exploding_aliases import exploding_aliases
from rectledger.rules.extension_after_the_deadline import extension_after_the_deadline
from rectledger.rules.extension_beyond_the_limit import extension_beyond_the_limit
from rectledger.rules.extension_without_effect import extension_without_effect
from rectledger.rules.file_name_is_not_the_id import file_name_is_not_the_id
from rectledger.rules.file_too_large import file_too_large
from rectledger.rules.folder_named_like_a_file import folder_named_like_a_file
from rectledger.rules.follow_up_missed import follow_up_missed
from rectledger.rules.full_width_colon import full_width_colon
from rectledger.rules.half_width_label import half_width_label
from rectledger.rules.half_width_punctuation import half_width_punctuation
from rectledger.rules.heading_reworded import heading_reworded
from rectledger.rules.heading_that_is_new import heading_that_is_new
from rectledger.rules.heading_without_an_issue import heading_without_an_issue
from rectledger.rules.impossible_date import impossible_date
from rectledger.rules.invisible_character import invisible_character
from rectledger.rules.issue_deleted import issue_deleted
from rectledger.rules.issue_not_on_the_list import issue_not_on_the_list
from rectledger.rules.issue_under_another_heading import issue_under_another_heading
from rectledger.rules.issues_without_headings import issues_without_headings
from rectledger.rules.label_left_out import label_left_out
from rectledger.rules.leader_who_left_the_post import leader_who_left_the_post
from rectledger.rules.line_without_a_place import line_without_a_place
from rectledger.rules.link_out_of_the_repository import link_out_of_the_repository
from rectledger.rules.locked_cell_changed import locked_cell_changed
from rectledger.rules.measure_deleted import measure_deleted
from rectledger.rules.measures_numbered_otherwise import measures_numbered_otherwise
from rectledger.rules.merge_conflict import merge_conflict
from rectledger.rules.misplaced_file import misplaced_file
from rectledger.rules.missing_in_the_source import missing_in_the_source
from rectledger.rules.missing_key import missing_key
from rectledger.rules.nested_too_deeply import nested_too_deeply
from rectledger.rules.new_row_that_is_incomplete import new_row_that_is_incomplete
from rectledger.rules.no_due_date import no_due_date
from rectledger.rules.no_measures import no_measures
from rectledger.rules.not_utf8 import not_utf8
from rectledger.rules.notice_older_than_the_states import notice_older_than_the_states
from rectledger.rules.nul_character import nul_character
from rectledger.rules.number_out_of_order import number_out_of_order
from rectledger.rules.number_that_disagrees import number_that_disagrees
from rectledger.rules.overdue import overdue
from rectledger.rules.owner_not_named import owner_not_named
from rectledger.rules.paragraph_moved import paragraph_moved
from rectledger.rules.part_that_is_not_read import part_that_is_not_read
from rectledger.rules.partial_with_nothing_left import partial_with_nothing_left
from rectledger.rules.partial_without_evidence import partial_without_evidence
from rectledger.rules.party_that_is_new import party_that_is_new
from rectledger.rules.personal_data_in_public_text import personal_data_in_public_text
from rectledger.rules.place_that_cannot_be_edited import place_that_cannot_be_edited
from rectledger.rules.plan_change_without_request_date import plan_change_without_request_date
from rectledger.rules.private_name_in_public_text import private_name_in_public_text
from rectledger.rules.private_name_in_the_source import private_name_in_the_source
from rectledger.rules.progress_after_completion import progress_after_completion
from rectledger.rules.provisional_date import provisional_date
from rectledger.rules.quota_missed import quota_missed
from rectledger.rules.recorded_line_changed import recorded_line_changed
from rectledger.rules.registry import Rule
from rectledger.rules.relapse_that_is_still_closed import relapse_that_is_still_closed
from rectledger.rules.relative_time import relative_time
from rectledger.rules.relative_time_in_the_source import relative_time_in_the_source
from rectledger.rules.renumbered_serial import renumbered_serial
from rectledger.rules.residue_in_the_source import residue_in_the_source
from rectledger.rules.reversed_period import reversed_period
from rectledger.rules.row_given_twice import row_given_twice
from rectledger.rules.row_left_out import row_left_out
from rectledger.rules.row_of_a_record_that_is_gone import row_of_a_record_that_is_gone
from rectledger.rules.row_of_another_sheet import row_of_another_sheet
from rectledger.rules.row_that_is_missing import row_that_is_missing
from rectledger.rules.row_without_a_measure import row_without_a_measure
from rectledger.rules.row_without_a_place import row_without_a_place
from rectledger.rules.row_without_its_key import row_without_its_key
from rectledger.rules.rows_of_one_issue_disagree import rows_of_one_issue_disagree
from rectledger.rules.rows_that_say_different_things import rows_that_say_different_things
from rectledger.rules.rule_that_cannot_be_set import rule_that_cannot_be_set
from rectledger.rules.serial_given_twice import serial_given_twice
from rectledger.rules.serial_without_an_issue import serial_without_an_issue
from rectledger.rules.several_documents import several_documents
from rectledger.rules.several_receivers import several_receivers
from rectledger.rules.several_serials_in_one_issue import several_serials_in_one_issue
from rectledger.rules.shared_public_name import shared_public_name
from rectledger.rules.special_file import special_file
from rectledger.rules.stale_measure import stale_measure
from rectledger.rules.state_dated_by_the_table import state_dated_by_the_table
from rectledger.rules.state_not_understood import state_not_understood
from rectledger.rules.state_that_a_sheet_cannot_record import state_that_a_sheet_cannot_record
from rectledger.rules.state_that_cannot_be_recorded import state_that_cannot_be_recorded
from rectledger.rules.state_without_a_date import state_without_a_date
from rectledger.rules.syntax_error import syntax_error
from rectledger.rules.tab_indentation import tab_indentation
from rectledger.rules.table_without_a_problem import table_without_a_problem
from rectledger.rules.template_that_fails import template_that_fails
from rectledger.rules.text_ahead_of_the_state import text_ahead_of_the_state
from rectledger.rules.text_behind_the_state import text_behind_the_state
from rectledger.rules.text_that_is_not_read import text_that_is_not_read
from rectledger.rules.title_unlike_the_list import title_unlike_the_list
from rectledger.rules.too_many_extensions import too_many_extensions
from rectledger.rules.tracked_change import tracked_change
from rectledger.rules.transferred_without_document import transferred_without_document
from rectledger.rules.unknown_clock_limit import unknown_clock_limit
from rectledger.rules.unknown_heading import unknown_heading
from rectledger.rules.unknown_inspection import unknown_inspection
from rectledger.rules.unknown_key import unknown_key
from rectledger.rules.unknown_party import unknown_party
from rectledger.rules.unreadable_file import unreadable_file
from rectledger.rules.unverified_import import unverified_import
from rectledger.rules.useless_ignore import useless_ignore
from rectledger.rules.useless_waiver import useless_waiver
from rectledger.rules.utf16 import utf16
from rectledger.rules.vague_commitment import vague_commitment
from rectledger.rules.value_not_allowed import value_not_allowed
from rectledger.rules.waiver_that_has_ended import waiver_that_has_ended
from rectledger.rules.warning_letter_owed import warning_letter_owed
from rectledger.rules.word_processor_residue import word_processor_residue
from rectledger.rules.words_that_the_notice_changes import words_that_the_notice_changes
from rectledger.rules.wrong_type import wrong_type
from rectledger.rules.yml_suffix import yml_suffix

RULES: tuple[Rule, ...] = (
    syntax_error,  # RL001
    tab_indentation,  # RL002
    full_width_colon,  # RL003
    duplicate_key,  # RL004
    unknown_key,  # RL005
    missing_key,  # RL006
    wrong_type,  # RL007
    value_not_allowed,  # RL008
    impossible_date,  # RL009
    deadline_in_words,  # RL010
    merge_conflict,  # RL011
    not_utf8,  # RL012
    utf16,  # RL013
    nul_character,  # RL014
    control_character,  # RL015
    empty_file,  # RL016
    several_documents,  # RL017
    exploding_aliases,  # RL018
    nested_too_deeply,  # RL019
    file_too_large,  # RL020
    folder_named_like_a_file,  # RL021
    special_file,  # RL022
    dangling_link,  # RL023
    link_out_of_the_repository,  # RL024
    unreadable_file,  # RL025
    yml_suffix,  # RL026
    duplicate_id,  # RL101
    file_name_is_not_the_id,  # RL102
    unknown_party,  # RL103
    unknown_heading,  # RL104
    unknown_inspection,  # RL105
    misplaced_file,  # RL106
    no_measures,  # RL107
    unknown_clock_limit,  # RL108
    useless_waiver,  # RL110
    rule_that_cannot_be_set,  # RL111
    heading_without_an_issue,  # RL112
    serial_given_twice,  # RL113
    serial_without_an_issue,  # RL114
    several_serials_in_one_issue,  # RL115
    issue_not_on_the_list,  # RL116
    issue_under_another_heading,  # RL117
    renumbered_serial,  # RL118
    title_unlike_the_list,  # RL119
    useless_ignore,  # RL120
    no_due_date,  # RL201
    due_before_feedback,  # RL202
    event_before_feedback,  # RL203
    extension_without_effect,  # RL204
    too_many_extensions,  # RL205
    extension_after_the_deadline,  # RL206
    events_out_of_order,  # RL207
    reversed_period,  # RL208
    provisional_date,  # RL209
    overdue,  # RL301
    due_soon,  # RL302
    quota_missed,  # RL303
    clock_limit_missed,  # RL304
    stale_measure,  # RL305
    follow_up_missed,  # RL306
    event_in_the_future,  # RL307
    warning_letter_owed,  # RL308
    waiver_that_has_ended,  # RL309
    leader_who_left_the_post,  # RL310
    deferral_that_has_ended,  # RL311
    answer_overdue,  # RL312
    completed_without_evidence,  # RL401
    partial_without_evidence,  # RL402
    partial_with_nothing_left,  # RL403
    closed_without_evidence,  # RL404
    closed_by_its_owner,  # RL405
    closed_with_an_open_measure,  # RL406
    transferred_without_document,  # RL407
    plan_change_without_request_date,  # RL408
    relapse_that_is_still_closed,  # RL409
    progress_after_completion,  # RL410
    evidence_file_missing,  # RL411
    evidence_file_changed,  # RL412
    evidence_file_outside,  # RL413
    evidence_used_twice,  # RL414
    private_name_in_public_text,  # RL501
    relative_time,  # RL502
    half_width_punctuation,  # RL503
    document_number_in_wrong_brackets,  # RL504
    word_processor_residue,  # RL505
    invisible_character,  # RL506
    text_ahead_of_the_state,  # RL507
    text_behind_the_state,  # RL508
    count_without_papers,  # RL509
    vague_commitment,  # RL510
    personal_data_in_public_text,  # RL511
    shared_public_name,  # RL512
    number_that_disagrees,  # RL513
    notice_older_than_the_states,  # RL514
    template_that_fails,  # RL530
    cell_changed_on_both_sides,  # RL600
    row_that_is_missing,  # RL601
    row_given_twice,  # RL602
    row_without_its_key,  # RL603
    locked_cell_changed,  # RL604
    row_of_another_sheet,  # RL605
    row_of_a_record_that_is_gone,  # RL606
    rows_of_one_issue_disagree,  # RL607
    cell_that_cannot_be_read,  # RL608
    state_that_a_sheet_cannot_record,  # RL609
    recorded_line_changed,  # RL610
    evidence_of_nothing,  # RL611
    new_row_that_is_incomplete,  # RL612
    column_that_is_missing,  # RL613
    column_that_did_not_go_out,  # RL614
    changed_party_of_a_handover,  # RL615
    place_that_cannot_be_edited,  # RL616
    number_out_of_order,  # RL640
    label_left_out,  # RL641
    half_width_label,  # RL642
    residue_in_the_source,  # RL643
    line_without_a_place,  # RL644
    state_that_cannot_be_recorded,  # RL645
    state_without_a_date,  # RL646
    relative_time_in_the_source,  # RL647
    words_that_the_notice_changes,  # RL648
    private_name_in_the_source,  # RL649
    missing_in_the_source,  # RL650
    day_that_cannot_be_read,  # RL651
    issues_without_headings,  # RL652
    measures_numbered_otherwise,  # RL653
    unverified_import,  # RL655
    paragraph_moved,  # RL656
    party_that_is_new,  # RL657
    tracked_change,  # RL658
    text_that_is_not_read,  # RL659
    part_that_is_not_read,  # RL660
    several_receivers,  # RL661
    table_without_a_problem,  # RL670
    column_not_understood,  # RL671
    deadline_not_understood,  # RL672
    state_not_understood,  # RL673
    row_without_a_place,  # RL674
    row_left_out,  # RL675
    row_without_a_measure,  # RL676
    rows_that_say_different_things,  # RL677
    closing_without_a_signature,  # RL678
    state_dated_by_the_table,  # RL679
    owner_not_named,  # RL680
    heading_that_is_new,  # RL681
    class_of_some_measures,  # RL682
    event_removed,  # RL701
    event_edited,  # RL702
    event_backdated,  # RL703
    deadline_moved_without_extension,  # RL704
    evidence_removed,  # RL705
    evidence_hash_changed,  # RL706
    claim_short_of_the_policy,  # RL707
    closure_by_the_owner,  # RL708
    closure_committed_by_the_applicant,  # RL709
    issue_deleted,  # RL710
    measure_deleted,  # RL711
    heading_reworded,  # RL712
    extension_beyond_the_limit,  # RL713
    closed_issue_changed,  # RL714
)

BY_CODE = {rule.code: rule for rule in RULES}
