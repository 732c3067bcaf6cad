/**
 * Dynatrace's eventSelector and entitySelector (wire/dynatrace.md §6): criteria in one form, which differ in their names only.
 * A criterion inside a criterion is how not(...), caseSensitive(...) and relationships are written.
 */
grammar Selector;

selector
    : criterion (COMMA criterion)* EOF
    ;

criterion
    : WORD LPAREN (argument (COMMA argument)*)? RPAREN
    ;

argument
    : criterion
    | WORD
    | QUOTED
    ;

COMMA : ',' ;
LPAREN : '(' ;
RPAREN : ')' ;

/** Inside quotes a tilde makes the next character literal. */
QUOTED : '"' (~["~] | '~' .)* '"' ;
UNCLOSED : '"' (~["~] | '~' .)* '~'? ;

/** A name or an unquoted value; blanks may stand inside, not at its ends. */
WORD : INNER ((INNER | [ \t])* INNER)? ;

BLANK : [ \t\r\n]+ -> skip ;

fragment INNER : ~["(), \t\r\n] ;
