-- Edits are announced by the server once they are on disk: transactions that notify come to disk one after the other.
set local search_path = mingzhang;

drop trigger announce_edit on edit;
