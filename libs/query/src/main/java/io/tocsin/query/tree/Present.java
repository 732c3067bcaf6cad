package io.tocsin.query.tree;

/** {@code field:*}: there is a value. */
public record Present() implements Test {

    @Override
    public <R> R accept(TestVisitor<R> visitor) {
        return visitor.present();
    }
}
