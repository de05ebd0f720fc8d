-- Who may upload attachments may say later whether one is for its own body only; the log tells each change.
grant update (confined) on attachment to :application;
create policy attachment_confine on attachment for update to :application
  using (budget_id = any ((select budgets_for('record'))::uuid[]))
  with check (budget_id = any ((select budgets_for('record'))::uuid[]));
