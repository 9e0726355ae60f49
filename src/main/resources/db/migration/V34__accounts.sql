-- What the engine's accounts do not know of a person's account. No row means: an ordinary local account.
-- Not bound to the engine's row: an account that is deleted and made again under the same id stays what it was.
create table account (
    user_id varchar(64) primary key,
    -- 委託先: never part of a ward act (I-11); such an account always has a last day
    contractor boolean not null default false,
    -- the last day on which a login counts
    ends_on date,
    must_change_password boolean not null default false,
    password_changed_at timestamp with time zone,
    -- by an administrator; 'infinity' until somebody unlocks it
    locked_until timestamp with time zone,
    last_login_at timestamp with time zone,
    -- a session counts as long as this is what it was when it began: sign-out everywhere, a new password, other groups
    generation bigint not null default 0,
    -- may log in at the identity provider; who that is there (issuer and subject), once it has happened
    external boolean not null default false,
    external_id varchar(512) unique,
    check (not contractor or ends_on is not null)
);

-- From where an account has logged in rightly: wrong passwords from elsewhere never delay it there.
create table account_address (
    user_id varchar(64) not null,
    -- of a machine or a proxy; of IPv6 the network
    address varchar(64) not null,
    last_at timestamp with time zone not null,
    primary key (user_id, address)
);
