-- Results are read by test and layer, the latest rounds first; nobody reads those of all tests at once.
create index test_result_by_test on test_result (organization, account_group, test_id, layer, round_id);

drop index test_result_by_round;
