-- A password that an administrator gave out is good for one thing: to set one's own (GB/T 22239-2019 8.1.4.1).
alter table access.account add column password_initial boolean not null default false;
