/**
 * The alert-rule expressions of ThousandEyes, docs/dialects/thousandeyes-expressions.md. Which metric takes which operator, value
 * and unit is decided after parsing, because that depends on the alert type.
 */
grammar AlertExpression;

alertRule
    : scope? disjunction EOF
    ;

scope
    : LBRACKET disjunction RBRACKET
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : condition (AND condition)*
    ;

condition
    : LPAREN disjunction RPAREN
    | dynamic
    | parts
    | NOT? WORD
    | comparison
    ;

dynamic
    : AUTO LPAREN WORD operator WORD WORD RPAREN
    ;

parts
    : WORD selector? LPAREN disjunction RPAREN
    ;

selector
    : LBRACKET (NUMBER | disjunction) RBRACKET
    ;

comparison
    : WORD operator value
    ;

operator
    : GE | LE | GT | LT | EQ | NE | MATCHES | NOT_MATCHES | NOT? IN
    ;

value
    : quantity
    | STRING
    | REGEX
    | LBRACE item (COMMA item)* RBRACE
    | TRUE
    | FALSE
    | NULL
    ;

item
    : quantity
    | STRING
    ;

quantity
    : NUMBER (WORD | PERCENT)?
    ;

AUTO : 'Auto' ;
IN : 'in' ;
TRUE : 'true' ;
FALSE : 'false' ;
NULL : 'null' ;
GE : '>=' ;
LE : '<=' ;
GT : '>' ;
LT : '<' ;
EQ : '=' '='? ;
NE : '!=' ;
MATCHES : '=~' ;
NOT_MATCHES : '!~' ;
NOT : '!' ;
AND : '&&' ;
OR : '||' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
COMMA : ',' ;
PERCENT : '%' ;

NUMBER : '-'? [0-9]+ ('.' [0-9]+)? ;
WORD : [\p{Letter}_] [\p{Letter}\p{Digit}_]* ;

STRING : '"' (~["\\] | '\\' .)* '"' ;
UNCLOSED_STRING : '"' (~["\\] | '\\' .)* '\\'? ;
REGEX : '/' (~[/\\\r\n] | '\\' ~[\r\n])+ '/' ;
UNCLOSED_REGEX : '/' (~[/\\\r\n] | '\\' ~[\r\n])* '\\'? ;

BLANK : [\p{White_Space}]+ -> channel(HIDDEN) ;

/** Whatever no rule of the parser takes. */
STRAY : . ;
