/**
 * The event search language, docs/dialects/event-query.md. Blanks only separate; what a value means is decided after parsing,
 * from its raw text, because that depends on the field before it.
 */
grammar Search;

query
    : disjunction? EOF
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND? negation)*
    ;

negation
    : sign* clause
    ;

sign
    : NOT
    | MINUS
    | PLUS
    ;

clause
    : word COLON (group | fieldValue)
    | group
    | bareValue
    ;

group
    : LPAREN disjunction RPAREN
    ;

bareValue
    : word
    | PHRASE
    | range
    | comparison
    ;

fieldValue
    : scalar
    | range
    | comparison
    ;

range
    : (LBRACKET | LBRACE) bound TO bound (RBRACKET | RBRACE)
    ;

comparison
    : (GE | LE | GT | LT) scalar
    ;

scalar
    : (MINUS | PLUS)? word (COLON word)*
    | PHRASE
    ;

bound
    : (MINUS | PLUS)? TERM (COLON TERM)*
    | PHRASE
    ;

word
    : TERM
    | TO
    ;

AND : 'AND' | '&&' ;
OR : 'OR' | '||' ;
NOT : 'NOT' ;
TO : 'TO' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
COLON : ':' ;
MINUS : '-' ;
PLUS : '+' ;
GE : '>=' ;
LE : '<=' ;
GT : '>' ;
LT : '<' ;

PHRASE : '"' (~["\\] | ESCAPE)* '"' ;
UNCLOSED_PHRASE : '"' (~["\\] | ESCAPE)* '\\'? ;

/** A term, wildcards included. '-', '+' and '=' may stand inside, not at its start. */
TERM : TERM_START (TERM_START | [-+=])* ;

BLANK : [\p{White_Space}]+ -> channel(HIDDEN) ;

/** Whatever may not stand unescaped; no rule of the parser takes it. */
STRAY : . ;

fragment ESCAPE : '\\' . ;
fragment TERM_START
    : ~[-+=&|><!(){}[\]^"~:\\#\p{White_Space}]
    | ESCAPE
    | '&' {_input.LA(1) != '&'}?
    | '|' {_input.LA(1) != '|'}?
    ;
