-- Edit freely, then `curate --full`: what files write where no customer is
-- known, in lower case here and in any case there. Such a sale is anonymous,
-- and placeholder_customer keeps what was delivered; zeros alone, however many,
-- are no customer either, but in customers files, which give each id once. What
-- could be somebody's id is not here: add that of your own till, such as 99999
-- for all who have no card.
-- Of programs that write files.
'nan', '-nan', '+nan', 'nat', 'na', '<na>', '#na', '#n/a', '#n/a n/a',
'nan(ind)', '-nan(ind)', '1.#ind', '-1.#ind', '1.#qnan', '-1.#qnan',
'n/a', 'n.a.', 'n.a',
'null', '(null)', '<null>', '[null]', '{null}', '\n', '\\n',
'none', '(none)', '<none>', '[none]', 'nil', '(nil)', '<nil>',
'undefined', '(undefined)', 'void', '#null!', '#ref!', '#value!',
'#name?', '#num!', '#div/0!', '#error!', 'blank', '(blank)',
'nan nan', 'none none', 'null null', 'undefined undefined',
'empty', '(empty)', '<empty>', '<unset>', 'unset', '(leer)',
'""', '''''',
-- Of people who fill in a field that must not be empty.
'-', '--', '---', '–', '—', '_', '.', '..', '...', '?', '??', '???',
'*', '**', '***', '/', '//', '-1', '-1.0', '-9', '-99', '-999', '-9999',
-- In words.
'unknown', '(unknown)', '<unknown>', 'unk', 'unknown customer',
'not known', 'missing', 'not set', '(not set)', 'not available',
'not applicable', 'not specified', 'unspecified', 'not provided',
'(not provided)', 'not_set', 'not_available', 'no_customer',
'no customer', 'no id', 'no card', 'no name', 'noname', 'nobody',
'anonymous', 'anonymous customer', 'anonym', 'anon', 'anonymized',
'anonymised', 'guest', 'guests', 'guest customer', 'guest user',
'guest_user', 'guest_checkout', 'guest_customer', 'guest-checkout',
'guest guest', '(guest)', '<guest>', '(anonymous)', 'anonymous user',
'walk_in', 'walk_in_customer', 'customer unknown',
'guest checkout', 'guest account', 'guest order', 'walk-in',
'walk in', 'walkin', 'walk-ins', 'walk-in customer',
'walk in customer', 'walkin customer', 'cash', 'cash customer',
'cash sale', 'cash sales', 'cash account', 'counter sale',
'over the counter', 'pos customer', 'default', 'default customer',
'one-time customer', 'dummy', 'dummy customer', 'test',
'test customer', 'test user',
-- The same in other languages.
'unbekannt', 'gast', 'gastkunde', 'gastbestellung', 'laufkunde',
'laufkundschaft', 'barverkauf', 'barkunde', 'ohne', 'keine', 'keiner',
'kein kunde', 'testkunde', 'thekenkunde', 'gast gast', 'divers',
'inconnu', 'inconnue', 'anonyme', 'invité',
'client de passage', 'client comptoir', 'comptoir',
'client anonyme', 'client divers', 'sin cliente', 'desconocido',
'desconocida', 'anónimo', 'invitado', 'consumidor final',
'cliente mostrador', 'cliente genérico', 'cliente generico',
'sconosciuto', 'anonimo', 'ospite', 'onbekend', 'nieznany',
'anonimowy', 'desconhecido', 'convidado', 'ukendt', 'okänd'
